package relrep.models.text;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The tokens that a text network knows. Their ids count from 2: 0 is padding, and 1 every other
 * token.
 */
public final class Vocabulary {
    /** The number of ids that stand for no token. */
    static final int RESERVED = 2;

    private static final int UNKNOWN = 1;
    private static final String SEPARATOR = " ";

    private final List<String> tokens;
    private final Map<String, Integer> ids = new HashMap<>();

    private Vocabulary(List<String> tokens) {
        this.tokens = List.copyOf(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            ids.put(tokens.get(i), i + RESERVED);
        }
    }

    /**
     * Returns the most frequent tokens of texts, in alphabetical order among equally frequent ones.
     *
     * @param most the greatest number of tokens
     * @param least the number of times that a token must occur
     * @throws InvalidInputException when no token occurs so often
     */
    public static Vocabulary of(List<String> texts, int most, int least) {
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(
                text -> Tokens.of(text).forEach(token -> counts.merge(token, 1, Integer::sum)));
        List<String> tokens =
                counts.entrySet().stream()
                        .filter(each -> each.getValue() >= least)
                        .sorted(
                                Comparator.<Map.Entry<String, Integer>>comparingInt(
                                                each -> -each.getValue())
                                        .thenComparing(Map.Entry::getKey))
                        .limit(most)
                        .map(Map.Entry::getKey)
                        .toList();
        if (tokens.isEmpty()) {
            throw new InvalidInputException(
                    "the training texts must have a token that occurs %d times, and the most frequent of %d tokens occurs %d times"
                            .formatted(
                                    least,
                                    counts.size(),
                                    counts.values().stream()
                                            .mapToInt(Integer::intValue)
                                            .max()
                                            .orElse(0)));
        }
        return new Vocabulary(tokens);
    }

    /** Returns the vocabulary that {@link #toString} wrote. */
    public static Vocabulary read(String text) {
        return new Vocabulary(List.of(text.split(SEPARATOR, -1)));
    }

    /** Returns the number of ids. */
    public int size() {
        return tokens.size() + RESERVED;
    }

    /**
     * Returns the ids of the tokens of texts, {@code n × length}: those after the first {@code
     * length} are left out, and shorter texts are padded with 0.
     */
    public Matrix ids(List<String> texts, int length) {
        float[] all = new float[texts.size() * length];
        for (int row = 0; row < texts.size(); row++) {
            List<String> own = Tokens.of(texts.get(row));
            for (int i = 0; i < Math.min(length, own.size()); i++) {
                all[row * length + i] = ids.getOrDefault(own.get(i), UNKNOWN);
            }
        }
        return Matrix.of(texts.size(), length, all);
    }

    /** Returns sentences about texts that a network cannot take whole. */
    public static List<String> notes(List<String> texts, int length) {
        int[] lengths = texts.stream().mapToInt(text -> Tokens.of(text).size()).toArray();
        List<String> notes = new ArrayList<>();
        long cut = IntStream.of(lengths).filter(own -> own > length).count();
        if (cut > 0) {
            notes.add(
                    "%d of %d texts have more than %d tokens; what comes after them is left out"
                            .formatted(cut, texts.size(), length));
        }
        long empty = IntStream.of(lengths).filter(own -> own == 0).count();
        if (empty > 0) {
            notes.add(
                    "%d of %d texts have no token; they all get the same latents"
                            .formatted(empty, texts.size()));
        }
        return notes;
    }

    @Override
    public String toString() {
        return String.join(SEPARATOR, tokens);
    }
}
