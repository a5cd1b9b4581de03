package relrep.models.text;

import relrep.api.plugin.Option;
import relrep.api.run.InvalidInputException;

/**
 * The options of tokens that all text networks share. The vocabulary comes from the training texts
 * alone and is part of the network.
 *
 * @param vocabulary the greatest number of tokens that are known
 * @param least the number of times that a token must occur
 * @param tokens the number of tokens of a text that are read
 */
public record WordOptions(
        @Option(
                        value = "most frequent tokens of the training texts that are known",
                        min = 1,
                        max = 1_000_000)
                int vocabulary,
        @Option(value = "times that a known token must occur", min = 1, max = 1_000_000) int least,
        @Option(value = "first tokens of a text that are read", min = 1, max = 65_536) int tokens) {
    /** Checks that all numbers are at least 1. */
    public WordOptions {
        if (vocabulary < 1 || least < 1 || tokens < 1) {
            throw new InvalidInputException(
                    "vocabulary, least and tokens must be at least 1, not %d, %d, %d"
                            .formatted(vocabulary, least, tokens));
        }
    }

    /** Returns the number of ids: that of known tokens, padding and unknown tokens. */
    int ids() {
        return vocabulary + Vocabulary.RESERVED;
    }
}
