package relrep.report.summary;

import relrep.api.experiment.Row;
import relrep.api.report.Claim;
import relrep.api.report.Claim.Condition;
import relrep.api.report.Claim.Term;
import relrep.api.report.Side;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pairs the rows of the two sides of a claim, setting by setting. */
final class Pairing {
    private static final String WIDTH = "width";
    private static final String TARGET_WIDTH = "target_width";

    private final Set<String> free;
    private final boolean widths;
    private final SelectorSweep selectors;

    /**
     * Makes a pairing. The free columns need not agree. A width that every term asks for is that of
     * both ends.
     */
    private Pairing(Set<String> free, List<Term> terms, List<Row> left, List<Row> right) {
        this.free = free;
        selectors = SelectorSweep.of(Stream.concat(left.stream(), right.stream()).toList());
        widths =
                free.contains(WIDTH)
                        && terms.stream()
                                .allMatch(
                                        term ->
                                                term.factors().stream()
                                                        .map(Condition::column)
                                                        .anyMatch(WIDTH::equals));
    }

    /**
     * A pair of matching rows.
     *
     * @param left the one side
     * @param right the other
     */
    record Pair(Row left, Row right) {}

    /**
     * Returns the pairs by setting: the factors that both sides, or one of them, have in common.
     *
     * @param claim the claim; columns that a side asks for need not agree
     */
    static Map<Map<String, String>, List<Pair>> of(Claim claim, List<Row> left, List<Row> right) {
        Pairing pairing = pairing(claim, left, right);
        Map<Map<String, String>, List<Pair>> settings = new LinkedHashMap<>();
        for (Row row : left) {
            for (Row other : pairing.closest(row, right)) {
                settings.computeIfAbsent(pairing.setting(row, other), key -> new ArrayList<>())
                        .add(new Pair(row, other));
            }
        }
        return settings;
    }

    /**
     * Returns the pairs of the two rows of a difference. They agree in the columns that both or
     * neither ask for.
     */
    static List<Pair> within(Side side, List<Row> rows, List<Row> subtracted) {
        List<Condition> one = side.term().factors();
        List<Condition> other = side.minus().orElseThrow().factors();
        Set<String> free = new TreeSet<>();
        for (Condition condition : Stream.concat(one.stream(), other.stream()).toList()) {
            if (!one.contains(condition) || !other.contains(condition)) {
                free.add(condition.column());
            }
        }
        Pairing pairing = new Pairing(free, side.terms(), rows, subtracted);
        return rows.stream()
                .flatMap(
                        row ->
                                pairing.closest(row, subtracted).stream()
                                        .map(beside -> new Pair(row, beside)))
                .toList();
    }

    private static Pairing pairing(Claim claim, List<Row> left, List<Row> right) {
        List<Term> terms =
                Stream.concat(Stream.of(claim.left()), claim.right().stream())
                        .flatMap(side -> side.terms().stream())
                        .toList();
        Set<String> free =
                terms.stream()
                        .flatMap(term -> term.factors().stream())
                        .map(Condition::column)
                        .collect(Collectors.toCollection(TreeSet::new));
        return new Pairing(free, terms, left, right);
    }

    /** Returns the rows that contradict a row in no column, and of those the closest. */
    private List<Row> closest(Row row, List<Row> others) {
        int least = Integer.MAX_VALUE;
        List<Row> closest = new ArrayList<>();
        for (Row other : others) {
            int apart = apart(comparable(row, other), comparable(other, row));
            if (apart >= 0 && apart <= least) {
                if (apart < least) {
                    closest.clear();
                }
                least = apart;
                closest.add(other);
            }
        }
        return closest;
    }

    private Map<String, String> comparable(Row row, Row beside) {
        Map<String, String> all = Factors.comparable(row);
        all.keySet().removeAll(free);
        if (free.contains("target")) {
            all.remove("joined_to");
        }
        if (!selectors.covers(row)) {
            // Bridges may have anchors chosen in ways of their own.
            all.remove("selector");
        }
        if (widths && oneWidth(row) && oneWidth(beside)) {
            all.remove(TARGET_WIDTH);
        }
        return all;
    }

    private static boolean oneWidth(Row row) {
        String width = Factors.of(row, WIDTH);
        String target = Factors.of(row, TARGET_WIDTH);
        return width.isEmpty() || target.isEmpty() || width.equals(target);
    }

    /**
     * Returns the number of columns that only one of them has, or -1 if they contradict each other.
     */
    private static int apart(Map<String, String> a, Map<String, String> b) {
        Set<String> columns = new TreeSet<>(a.keySet());
        columns.addAll(b.keySet());
        int apart = 0;
        for (String column : columns) {
            if (a.containsKey(column) && b.containsKey(column)) {
                if (!a.get(column).equals(b.get(column))) {
                    return -1;
                }
            } else {
                apart++;
            }
        }
        return apart;
    }

    private Map<String, String> setting(Row row, Row other) {
        Map<String, String> setting = new TreeMap<>(comparable(row, other));
        setting.putAll(comparable(other, row));
        setting.keySet().removeAll(Factors.SEEDS);
        String joined = setting.remove("joined_to");
        if (joined != null) {
            setting.put("target", joined);
        }
        return setting;
    }
}
