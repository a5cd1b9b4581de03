package relrep.api.report;

import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A figure requested in an experiment file: {@code latents}, or with options {@code
 * latents(samples=300, width=2+10)}. The elements of a list are joined by {@code +}.
 *
 * @param kind the kind of figure
 * @param options as written, in their order
 */
public record Figure(Kind kind, Map<String, String> options) {
    /** The kinds of figures. */
    public enum Kind {
        /**
         * Test samples, their reconstructions by their own decoders, and their reconstructions
         * through every bridge.
         */
        RECONSTRUCTIONS("samples", "width", "anchors", "seeds", "most"),
        /** Latents of test samples in the plane, by class. */
        LATENTS("samples", "width", "anchors", "seeds", "most", "space"),
        /** Relative latents as heat maps, side by side. */
        RELATIVE_SPACES("samples", "width", "anchors", "seeds", "most"),
        /** Chosen words and their nearest neighbours in the plane, absolute and relative. */
        NEIGHBOURS("words", "count", "width", "anchors", "seeds", "most"),
        /** Silhouettes of single samples, sorted within their class. */
        SILHOUETTES("width", "seeds", "metric"),
        /** Distribution of the death times (persistent homology). */
        DEATH_TIMES("samples", "width", "anchors", "seeds", "most", "space", "datasets"),
        /** A metric by the width of the latents, one line per bridge. */
        ERROR_BY_WIDTH("metric", "bridges"),
        /** A metric by the number of anchors, one line per bridge. */
        ERROR_BY_ANCHORS("metric", "bridges"),
        /** Means of metrics as bars, one bar per bridge. */
        METRICS_BY_BRIDGE("metric", "bridges", "width"),
        /** One column of numbers against another, one point per network, with the correlation. */
        SCATTER("x", "y");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of, immutable
        private final List<String> options;

        Kind(String... options) {
            this.options = List.of(options);
        }

        /** Returns its name in experiment files: {@code error-by-width}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns the options that it takes. */
        public List<String> options() {
            return options;
        }
    }

    private static final List<String> NUMBERS =
            List.of("samples", "count", "width", "anchors", "seeds", "most");

    /**
     * Keeps a copy and checks every option.
     *
     * @throws InvalidInputException when the figure does not have an option, or an option cannot
     *     have its value
     */
    public Figure {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        for (Map.Entry<String, String> option : options.entrySet()) {
            if (!kind.options().contains(option.getKey())) {
                throw new InvalidInputException(
                        "the figure '%s' has no option '%s'; it has %s"
                                .formatted(
                                        kind.word(),
                                        option.getKey(),
                                        String.join(", ", kind.options())));
            }
            if (NUMBERS.contains(option.getKey())) {
                numbers(option.getKey(), option.getValue());
            }
        }
        String space = options.getOrDefault("space", "absolute");
        if (!List.of("absolute", "relative").contains(space)) {
            throw new InvalidInputException(
                    "'space' of the figure '%s' must be absolute or relative, not '%s'"
                            .formatted(kind.word(), space));
        }
        String datasets = options.getOrDefault("datasets", "apart");
        if (!List.of("apart", "together").contains(datasets)) {
            throw new InvalidInputException(
                    "'datasets' of the figure '%s' must be apart or together, not '%s'"
                            .formatted(kind.word(), datasets));
        }
        if (kind == Kind.SCATTER && !options.keySet().containsAll(List.of("x", "y"))) {
            throw new InvalidInputException(
                    "the figure 'scatter' needs x and y, each row:metric, such as"
                            + " scatter(x=relative:cosine-index, y=own:accuracy)");
        }
        if (kind == Kind.NEIGHBOURS && !options.containsKey("words")) {
            throw new InvalidInputException(
                    "the figure 'neighbours' needs words, such as neighbours(words=school+water)");
        }
    }

    /** Returns a figure with its defaults. */
    public static Figure of(Kind kind) {
        return new Figure(kind, Map.of());
    }

    /**
     * Reads one figure.
     *
     * @throws InvalidInputException when the text is malformed, or names an unknown figure
     */
    public static Figure parse(String text) {
        String plain = text.strip();
        int open = plain.indexOf('(');
        String name = (open < 0 ? plain : plain.substring(0, open)).strip();
        if (open >= 0 && !plain.endsWith(")")) {
            throw new InvalidInputException(
                    "a figure is written name(option=value, option=value), not '%s'"
                            .formatted(plain));
        }
        String body = open < 0 ? "" : plain.substring(open + 1, plain.length() - 1);
        Map<String, String> options = new LinkedHashMap<>();
        for (String part : split(body, ',')) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new InvalidInputException(
                        "a figure is written name(option=value, option=value), but '%s' has '%s'"
                                .formatted(plain, part.strip()));
            }
            options.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
        }
        return new Figure(kind(name), options);
    }

    private static Kind kind(String name) {
        List<String> words = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(name)) {
                return kind;
            }
            words.add(kind.word());
        }
        throw new InvalidInputException(
                "unknown figure '%s'; there are %s".formatted(name, String.join(", ", words)));
    }

    private static List<String> split(String body, char between) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= body.length(); i++) {
            char c = i < body.length() ? body.charAt(i) : between;
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == between && (depth == 0 || i == body.length())) {
                parts.add(body.substring(start, i));
                start = i + 1;
            }
        }
        parts.removeIf(String::isBlank);
        return parts;
    }

    /** Returns an option as written; empty when it is left out. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Returns the elements of a list option; an empty list when it is left out. */
    public List<String> list(String name) {
        return option(name).map(value -> split(value.replace(" ", ""), '+')).orElse(List.of());
    }

    /** Returns the whole numbers of an option; an empty list when it is left out. */
    public List<Long> numbers(String name) {
        return option(name).map(value -> numbers(name, value)).orElse(List.of());
    }

    /** Returns a whole number, or the default when the option is left out. */
    public int number(String name, int otherwise) {
        return numbers(name).isEmpty() ? otherwise : Math.toIntExact(numbers(name).get(0));
    }

    private static List<Long> numbers(String name, String value) {
        List<Long> all = new ArrayList<>();
        for (String element : value.replace(" ", "").split("\\+", 0)) {
            if (!element.matches("[0-9]{1,9}")) {
                throw new InvalidInputException(
                        "'%s' of a figure must be whole numbers joined by +, not '%s'"
                                .formatted(name, value));
            }
            all.add(Long.parseLong(element));
        }
        return all;
    }

    /** Returns it as experiment files write it. */
    @Override
    public String toString() {
        List<String> written = new ArrayList<>();
        options.forEach((name, value) -> written.add(name + "=" + value));
        return kind.word() + (written.isEmpty() ? "" : "(" + String.join(", ", written) + ")");
    }
}
