package relrep.api.report;

import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement in an experiment file that the rows of a run confirm or refute:
 *
 * <pre>{@code
 * linear < rigid
 * relative:jaccard >= 10 * absolute:jaccard
 * mlp(factor=4) < linear where width <= 10 and dataset = mnist
 * relative[similarity=robust-cosine]:cosine-index > 0.9
 * rigid[width=50] - linear[width=50] < rigid[width=10] - linear[width=10]
 * std(rigid) > 2 * std(linear)
 * }</pre>
 *
 * <p>Grammar: {@code side comparison [number *] side}, or a number alone on the right, then perhaps
 * {@code where condition and condition …}. A side is a term, {@code term - term}, or the standard
 * deviation of either, {@code std(…)}. A standard deviation can be compared only with another one.
 * A difference with a factor needs brackets. A term is an entry of the column {@code bridge} (in
 * tables without bridges, of the column {@code source}). It may be followed by {@code
 * [column=value, …]} and by {@code :metric}.
 *
 * @param text the sentence as written
 * @param left the left side
 * @param comparison how the sides are compared
 * @param factor the number before {@code *}, 1 without; the bound when there is no right side
 * @param right the right side; empty for a bound
 * @param where selects the rows; no condition means all rows
 */
public record Claim(
        String text,
        Side left,
        Comparison comparison,
        double factor,
        Optional<Side> right,
        List<Condition> where) {
    private static final Pattern BOUND = Pattern.compile("[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?");
    private static final Pattern TIMES = Pattern.compile("(" + BOUND.pattern() + ")\\s*\\*(.*)");

    /** Copies the conditions. */
    public Claim {
        where = List.copyOf(where);
    }

    /**
     * Reads a claim.
     *
     * @throws InvalidInputException with what was expected and what was found
     */
    public static Claim parse(String text) {
        String[] halves = text.split("\\swhere\\s", -1);
        if (halves.length > 2) {
            throw refuse(text, "it has 'where' twice");
        }
        List<Condition> where = new ArrayList<>();
        if (halves.length == 2) {
            for (String condition : halves[1].split("\\sand\\s", -1)) {
                where.add(Condition.parse(condition.strip(), text));
            }
        }
        Comparison.Found found = Comparison.find(halves[0], true);
        if (found == null || found.comparison().exact()) {
            throw refuse(text, "it compares nothing with <, <=, > or >=");
        }
        Side left = Side.parse(found.left(), text, false);
        String right = found.right();
        if (BOUND.matcher(right).matches()) {
            double bound = number(right, text);
            requireSpreads(left.spread(), false, text);
            return new Claim(text, left, found.comparison(), bound, Optional.empty(), where);
        }
        Matcher times = TIMES.matcher(right);
        boolean scaled = times.matches();
        double factor = scaled ? number(times.group(1), text) : 1;
        Side side = Side.parse(scaled ? times.group(2).strip() : right, text, scaled);
        requireSpreads(left.spread(), side.spread(), text);
        if (side.spread() && !(factor > 0)) {
            throw refuse(text, "a standard deviation is multiplied by a number above 0");
        }
        return new Claim(text, left, found.comparison(), factor, Optional.of(side), where);
    }

    private static void requireSpreads(boolean left, boolean right, String claim) {
        if (left != right) {
            throw refuse(claim, "a standard deviation is compared with another one, std(row)");
        }
    }

    private static double number(String text, String claim) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refuse(claim, "'" + text + "' is no number");
        }
    }

    static InvalidInputException refuse(String claim, String why) {
        return new InvalidInputException(
                "a claim is written such as 'linear < rigid' or 'relative:jaccard >= 10 *"
                        + " absolute:jaccard where width = 48', not '%s': %s"
                                .formatted(claim, why));
    }

    /**
     * Selects the rows of one side of a claim.
     *
     * @param row the entry of the column {@code bridge}, or {@code source}
     * @param factors conditions on other columns
     * @param metric the metric as written, where the claim names one
     */
    public record Term(String row, List<Condition> factors, Optional<String> metric) {
        private static final Pattern SHAPE =
                Pattern.compile("([^\\s:\\[\\]*]+)(?:\\[([^\\]]*)\\])?(?::([^\\s:\\[\\]*]+))?");

        /** Copies the factors. */
        public Term {
            factors = List.copyOf(factors);
        }

        /**
         * Reads a term.
         *
         * @throws InvalidInputException with what was expected and what was found
         */
        public static Term parse(String text) {
            return parse(text.strip(), text);
        }

        static Term parse(String text, String claim) {
            Matcher shape = SHAPE.matcher(text.replaceAll("\\s*([,=()])\\s*", "$1"));
            if (!shape.matches() || !named(shape.group(1))) {
                throw refuse(
                        claim,
                        text.isBlank()
                                ? "a side is empty"
                                : "'%s' is not row, row[column=value] or row:metric"
                                        .formatted(text));
            }
            List<Condition> factors = new ArrayList<>();
            if (shape.group(2) != null) {
                for (String factor : shape.group(2).split(",(?![^()]*\\))", 0)) {
                    factors.add(Condition.parse(factor.strip(), claim));
                }
            }
            return new Term(shape.group(1), factors, Optional.ofNullable(shape.group(3)));
        }

        /**
         * Returns whether this text can be the entry of a row in a term: it is no number, and every
         * bracket is closed.
         */
        private static boolean named(String row) {
            return !BOUND.matcher(row).matches()
                    && !row.startsWith("(")
                    && row.chars().filter(c -> c == '(').count()
                            == row.chars().filter(c -> c == ')').count();
        }
    }

    /**
     * A condition on the entries of a column.
     *
     * @param column its name: {@code width}, {@code dataset}, …
     * @param comparison how the entry is compared with the value
     * @param value a number, or a text that must be equal; the name of a plugin stands for it with
     *     any options
     */
    public record Condition(String column, Comparison comparison, String value) {
        static Condition parse(String text, String claim) {
            Comparison.Found found = Comparison.find(text, false);
            if (found == null || found.left().isEmpty() || found.right().isEmpty()) {
                throw refuse(claim, "'" + text + "' is no condition such as width <= 10");
            }
            return new Condition(found.left(), found.comparison(), found.right());
        }

        /** Returns whether an entry of the column meets the condition. */
        public boolean holds(String entry) {
            if (BOUND.matcher(entry).matches() && BOUND.matcher(value).matches()) {
                return comparison.holds(Double.parseDouble(entry), Double.parseDouble(value));
            }
            String plain = entry.replace(" ", "");
            String wanted = value.replace(" ", "");
            return (plain.equals(wanted) || plain.startsWith(wanted + "("))
                    ? comparison == Comparison.EQUAL
                    : comparison == Comparison.UNEQUAL;
        }
    }
}
