package relrep.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The options of the command line.
 *
 * @param patterns patterns for the names of workloads
 * @param threads the numbers of threads, one after another
 * @param pairs the number of calls of each side
 * @param warm seconds of processor time for warming up our side
 * @param format table, csv or json
 * @param peer the peer to compare with, instead of the best ones
 * @param limits the limits of the machine, instead of measuring them
 * @param list whether to print only the names
 */
record Settings(
        List<Pattern> patterns,
        List<Integer> threads,
        int pairs,
        double warm,
        Format format,
        Optional<String> peer,
        Optional<Limits> limits,
        boolean list) {

    /** The formats of results. */
    enum Format {
        /** Columns for people. */
        TABLE,
        /** Comma-separated values with all measurements. */
        CSV,
        /** One object per line with all measurements. */
        JSON
    }

    static Settings of(String... words) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(words));
        List<Pattern> patterns = new ArrayList<>();
        List<Integer> threads = List.of(1, 2);
        int pairs = 5;
        double warm = 4;
        Format format = Format.TABLE;
        Optional<String> peer = Optional.empty();
        Optional<Limits> limits = Optional.empty();
        boolean list = false;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--threads" ->
                        threads =
                                Arrays.stream(value(word, rest).split(","))
                                        .map(some -> (int) number(word, some, 1))
                                        .toList();
                case "--pairs" -> pairs = (int) number(word, value(word, rest), 1);
                case "--warm" -> warm = number(word, value(word, rest), 0);
                case "--peer" -> peer = Optional.of(value(word, rest));
                case "--limits" -> limits = Optional.of(limits(value(word, rest)));
                case "--csv" -> format = Format.CSV;
                case "--json" -> format = Format.JSON;
                case "--list" -> list = true;
                default -> patterns.add(pattern(word));
            }
        }
        return new Settings(
                List.copyOf(patterns), threads, pairs, warm, format, peer, limits, list);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " must be followed by a value");
        }
        return rest.pop();
    }

    private static double number(String option, String written, int least) {
        if (!written.matches("\\d{1,6}(\\.\\d+)?") || Double.parseDouble(written) < least) {
            throw new IllegalArgumentException(
                    "%s must be a number of at least %d, not '%s'"
                            .formatted(option, least, written));
        }
        return Double.parseDouble(written);
    }

    private static Limits limits(String written) {
        if (!written.matches("\\d+(\\.\\d+)?,\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException(
                    "--limits must be GFlop/s of one processor and GB/s, as in 238,30, not '%s'"
                            .formatted(written));
        }
        return Limits.read(written);
    }

    private static Pattern pattern(String word) {
        if (word.startsWith("-")) {
            throw new IllegalArgumentException(
                    "an option must be one of --threads, --pairs, --warm, --peer, --limits, --csv,"
                            + " --json, --list, --help, not '%s'".formatted(word));
        }
        try {
            return Pattern.compile(word);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "a filter must be a regular expression, not '%s'".formatted(word), e);
        }
    }

    /** Returns the folder in an environment variable, if it is set. */
    static Optional<Path> folder(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }
}
