package relrep.cli.command;

import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the names of options into sentences of libraries, which name values. A library writes {@code
 * held-out share must be above 0} and advises {@code ; format=csv:header=no reads it otherwise}; a
 * user reads {@code --holdout must be above 0} and {@code ; --format csv:header=no reads it
 * otherwise}.
 */
final class OptionNames {
    /** Options whose values libraries call otherwise. */
    private static final Map<String, String> OTHERWISE =
            Map.of(
                    "held-out share", "--holdout",
                    "draws", "--bootstrap",
                    "most rows", "--rows",
                    "setting", "--set");

    /** What sentences of libraries advise. */
    private static final List<String> ADVISED =
            List.of("format", "keys", "aligner", "anchors", "data", "file", "out");

    /**
     * A name and its value in the midst of prose. Options of plugins stand directly behind a
     * bracket or behind a comma, {@code mlp(factor=2, epochs=20)}, and are left alone.
     */
    private static final Pattern ADVICE =
            Pattern.compile("(^|[^,] | \\()(%s)=(?=[^\\s=])".formatted(String.join("|", ADVISED)));

    /** A setting as a user typed it stands first; its key is no advice, {@code anchors=k-means}. */
    private static final Pattern SETTING = Pattern.compile("^(?:setting|--set) ([^\\s=]+=)");

    private OptionNames() {}

    /** Returns the sentence of a refusal as a user reads it. */
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

    /** Returns a sentence with the values that it advises written as options. */
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
