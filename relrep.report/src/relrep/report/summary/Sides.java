package relrep.report.summary;

import relrep.api.experiment.Row;
import relrep.api.report.Claim;
import relrep.api.report.Claim.Condition;
import relrep.api.report.Claim.Term;
import relrep.api.report.Side;
import relrep.report.summary.Pairing.Pair;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the rows for the sides of claims. */
final class Sides {
    private final List<Row> rows;
    private final IdentityHashMap<Row, List<Row>> parts = new IdentityHashMap<>();

    Sides(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * The rows of a side.
     *
     * @param rows measured rows, or differences of them
     * @param missing why there are no rows, for the table; empty if there are
     */
    record Found(List<Row> rows, String missing) {}

    /** Returns the rows of a side; a difference is a row of its own. */
    Found of(Claim claim, Side side, Optional<String> usual) {
        List<Row> named = named(claim, side.term(), usual);
        if (named.isEmpty()) {
            return new Found(named, "no row for " + side.term().row());
        }
        if (side.minus().isEmpty()) {
            return new Found(named, "");
        }
        Term term = side.minus().get();
        List<Row> subtracted = named(claim, term, Optional.of(named.get(0).metric()));
        if (subtracted.isEmpty()) {
            return new Found(subtracted, "no row for " + term.row());
        }
        List<Row> differences = new ArrayList<>();
        for (Pair pair : Pairing.within(side, named, subtracted)) {
            Row difference = difference(side, pair);
            parts.put(difference, List.of(pair.left(), pair.right()));
            differences.add(difference);
        }
        return new Found(differences, differences.isEmpty() ? "no row beside another" : "");
    }

    /** Returns the measured rows behind a row of a side. */
    List<Row> measured(Row row) {
        return parts.getOrDefault(row, List.of(row));
    }

    /**
     * Returns the difference of two rows as a row. It has the factors of both and is paired like
     * any row.
     */
    private static Row difference(Side side, Pair pair) {
        Map<String, String> factors = new TreeMap<>(Factors.comparable(pair.left()));
        Factors.comparable(pair.right())
                .forEach((column, entry) -> factors.merge(column, entry, Sides::agreed));
        factors.values().removeIf(String::isEmpty);
        factors.put("bridge", side.term().row() + " - " + side.minus().orElseThrow().row());
        double value = pair.left().value() - pair.right().value();
        return new Row(factors, pair.left().metric(), value, new float[0]);
    }

    private static String agreed(String one, String other) {
        return one.equals(other) ? one : "";
    }

    /**
     * Returns the rows of a term with its metric, or else with the usual one, or else with the
     * first.
     */
    private List<Row> named(Claim claim, Term term, Optional<String> usual) {
        List<Row> named =
                rows.stream()
                        .filter(row -> plain(Factors.name(row)).equals(term.row()))
                        .filter(row -> meets(row, term.factors()))
                        .filter(row -> meets(row, claim.where()))
                        .toList();
        Optional<String> metric = term.metric().or(() -> usual);
        String wanted =
                metric.or(() -> named.stream().map(Row::metric).findFirst())
                        .map(Sides::plain)
                        .orElse("");
        return named.stream().filter(row -> plain(row.metric()).equals(wanted)).toList();
    }

    /** Returns whether a row meets the conditions; an empty column meets every condition. */
    private static boolean meets(Row row, List<Condition> conditions) {
        return conditions.stream()
                .allMatch(
                        condition -> {
                            String entry = Factors.of(row, condition.column());
                            return entry.isEmpty() || condition.holds(entry);
                        });
    }

    private static String plain(String text) {
        return text.replace(" ", "");
    }
}
