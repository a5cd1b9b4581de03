package relrep.report.summary;

import relrep.api.experiment.Row;
import relrep.api.report.Claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brings the rows of the two sides of a claim together, setting by setting. */
final class Pairing {
    private final Set<String> free;

    private Pairing(Set<String> free) {
        this.free = free;
    }

    /**
     * Two rows that agree.
     *
     * @param left the one side
     * @param right the other
     */
    record Pair(Row left, Row right) {}

    /**
     * Returns the pairs of each setting: what both sides, or one of them, have in common.
     *
     * @param claim columns that a side asks for need not agree
     */
    static Map<Map<String, String>, List<Pair>> of(Claim claim, List<Row> left, List<Row> right) {
        Set<String> free = new TreeSet<>();
        claim.left().factors().forEach(condition -> free.add(condition.column()));
        claim.right()
                .ifPresent(term -> term.factors().forEach(factor -> free.add(factor.column())));
        Pairing pairing = new Pairing(free);
        Map<Map<String, String>, List<Pair>> settings = new LinkedHashMap<>();
        for (Row row : left) {
            for (Row other : pairing.closest(row, right)) {
                settings.computeIfAbsent(pairing.setting(row, other), key -> new ArrayList<>())
                        .add(new Pair(row, other));
            }
        }
        return settings;
    }

    /** Returns the rows that agree wherever both say something, and of those the closest. */
    private List<Row> closest(Row row, List<Row> others) {
        int least = Integer.MAX_VALUE;
        List<Row> closest = new ArrayList<>();
        for (Row other : others) {
            int apart = apart(comparable(row), comparable(other));
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

    private Map<String, String> comparable(Row row) {
        Map<String, String> all = Factors.comparable(row);
        all.keySet().removeAll(free);
        return all;
    }

    /** Returns how many columns only one of them has, or -1 when they contradict each other. */
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
        Map<String, String> setting = new TreeMap<>(comparable(row));
        setting.putAll(comparable(other));
        setting.keySet().removeAll(Factors.SEEDS);
        return setting;
    }
}
