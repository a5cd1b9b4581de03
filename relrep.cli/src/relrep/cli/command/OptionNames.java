package relrep.cli.command;

import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the names of values in sentences of libraries by the names of command line options. A
 * library writes {@code held-out share must be above 0} and advises {@code ; format=csv:header=no
 * reads it otherwise}; a user reads {@code --holdout must be above 0} and {@code ; --format
 * csv:header=no reads it otherwise}.
 */
final class OptionNames {
    /** Options whose name differs from the name of the value in libraries. */
    private static final Map<String, String> OTHERWISE =
            Map.of(
                    "held-out share", "--holdout",
                    "draws", "--bootstrap",
                    "most rows", "--rows",
                    "setting", "--set");

    /** Values that sentences of libraries recommend. */
    private static final List<String> ADVISED =
            List.of("format", "keys", "aligner", "anchors", "data", "file", "out");

    /**
     * A name and its value within a sentence. Options of plugins come directly after a bracket or a
     * comma, {@code mlp(factor=2, epochs=20)}, and are not replaced.
     */
    private static final Pattern ADVICE =
            Pattern.compile("(^|[^,] | \\()(%s)=(?=[^\\s=])".formatted(String.join("|", ADVISED)));

    /**
     * A setting at the beginning of the sentence, as the user typed it, {@code anchors=k-means}. It
     * is not replaced.
     */
    private static final Pattern SETTING = Pattern.compile("^(?:setting|--set) ([^\\s=]+=)");

    private OptionNames() {}

    /** Returns the sentence of an exception with option names. */
    static String of(InvalidInputException refusal) {
        String sentence = refusal.getMessage();
        if (refusal.value().isPresent()) {
            String value = refusal.value().get();
            sentence =
                    OTHERWISE.getOrDefault(value, "--" + value)
                            + sentence.substring(value.length());
            for (Map.Entry<String, String> each : OTHERWISE.entrySet()) {
                if (each.getKey().contains(" ")) {
                    sentence = sentence.replace(each.getKey(), each.getValue());
                }
            }
        }
        return in(sentence);
    }

    /** Returns a sentence with its recommended values written as options. */
    static String in(String sentence) {
        Matcher setting = SETTING.matcher(sentence);
        return setting.find()
                ? "--set "
                        + setting.group(1)
                        + advice(" " + sentence.substring(setting.end())).substring(1)
                : advice(sentence);
    }

    private static String advice(String sentence) {
        return ADVICE.matcher(sentence).replaceAll("$1--$2 ");
    }
}
