package relrep.report.summary;

import relrep.api.report.Report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a paper's table, read from {@code published:}. */
final class Published {
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*(?:±.*)?");
    private static final Set<String> COLUMNS =
            Set.of(
                    "dataset",
                    "kind",
                    "objective",
                    "architecture",
                    "target_architecture",
                    "source",
                    "target",
                    "width",
                    "target_width",
                    "anchors",
                    "similarity",
                    "selector",
                    "transform",
                    "relative_transform");

    private final List<Line> lines;

    private Published(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * One number of the paper's table.
     *
     * @param text as printed
     * @param corrected the correct number, if the printed one is wrong
     * @param why how the correct number is known
     */
    private record Printed(String text, Optional<String> corrected, String why) {
        static Printed of(Object value) {
            if (value instanceof Map<?, ?> map) {
                return new Printed(
                        String.valueOf(map.get("printed")),
                        Optional.ofNullable(map.get("corrected")).map(String::valueOf),
                        map.get("why") == null ? "" : String.valueOf(map.get("why")));
            }
            return new Printed(String.valueOf(value), Optional.empty(), "");
        }

        String meant() {
            return corrected.orElse(text);
        }

        String shown() {
            return corrected.map(right -> text + " (must be " + right + ")").orElse(text);
        }

        Optional<String> sentence(String row, String metric) {
            return corrected.map(
                    right ->
                            "Erratum: %s of %s is printed as %s and must be %s%s."
                                    .formatted(
                                            metric,
                                            row,
                                            text,
                                            right,
                                            why.isEmpty() ? "" : ": " + why));
        }
    }

    /** One line of the paper's table: the factors of its rows, and its numbers by bridge. */
    private record Line(
            Optional<String> metric, Map<String, String> factors, Map<String, Printed> numbers) {
        boolean about(Group group, String asked) {
            return metric.map(asked::equals).orElse(true)
                    && factors.entrySet().stream()
                            .allMatch(
                                    factor ->
                                            group.factor(factor.getKey()).isEmpty()
                                                    || same(
                                                            group.factor(factor.getKey()),
                                                            factor.getValue()));
        }
    }

    /** Reads them from the definition; entries that cannot be read are left out. */
    static Published of(Report report) {
        List<Line> lines = new ArrayList<>();
        if (report.definition().get("published") instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> map) {
                    lines.add(line(map));
                }
            }
        }
        return new Published(lines);
    }

    private static Line line(Map<?, ?> map) {
        Optional<String> metric = Optional.empty();
        Map<String, String> factors = new LinkedHashMap<>();
        Map<String, Printed> numbers = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            String value = String.valueOf(entry.getValue());
            if (key.equals("metric")) {
                metric = Optional.of(plain(value));
            } else if (COLUMNS.contains(key)) {
                factors.put(key, value);
            } else {
                numbers.put(plain(key), Printed.of(entry.getValue()));
            }
        }
        return new Line(metric, factors, numbers);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * Returns the number as printed, with its correction if it is wrong; empty if there is none.
     */
    Optional<String> text(Group group, String metric) {
        return printed(group, metric).map(Printed::shown);
    }

    /** Returns a sentence about a number that is printed wrong; empty for others. */
    Optional<String> erratum(Group group, String metric) {
        return printed(group, metric).flatMap(number -> number.sentence(group.name(), metric));
    }

    private Optional<Printed> printed(Group group, String metric) {
        return lines.stream()
                .filter(line -> line.about(group, plain(metric)))
                .map(line -> line.numbers().get(plain(group.name())))
                .filter(number -> number != null)
                .findFirst();
    }

    /** Returns the number's ratio to that of another row in the same line. */
    OptionalDouble ratio(Group group, String metric, String reference) {
        return ratio(group, metric, reference, 0);
    }

    /** Returns the same ratio for the parts above a floor, if the reference is above it. */
    OptionalDouble ratio(Group group, String metric, String reference, double floor) {
        return lines.stream()
                .filter(line -> line.about(group, plain(metric)))
                .filter(line -> line.numbers().containsKey(plain(group.name())))
                .filter(line -> line.numbers().containsKey(reference))
                .filter(line -> number(line.numbers().get(reference).meant()) > floor)
                .mapToDouble(
                        line ->
                                (number(line.numbers().get(plain(group.name())).meant()) - floor)
                                        / (number(line.numbers().get(reference).meant()) - floor))
                .filter(Double::isFinite)
                .findFirst();
    }

    private static double number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        try {
            return matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * Returns whether an entry has a value; the name of a plugin stands for it with any options.
     */
    private static boolean same(String entry, String value) {
        double a = number(entry);
        return plain(entry).equals(plain(value))
                || plain(entry).startsWith(plain(value) + "(")
                || (!Double.isNaN(a) && a == number(value));
    }

    private static String plain(String text) {
        return text.replace(" ", "");
    }
}
