package relrep.report.summary;

import relrep.api.experiment.Row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the columns of a row mean to a summary. */
public final class Factors {
    /** What differs between repetitions of one thing. */
    static final List<String> SEEDS = List.of("source_seed", "target_seed", "anchor_seed");

    /** Rows that hold for every pair of networks. */
    private static final Set<String> CONSTANTS =
            Set.of("mean-image", "majority-class", "chance", "pca", "floor");

    private static final Set<String> OWN = Set.of("own", "own-relative", "own-relative-end-to-end");
    private static final Set<String> APART = Set.of("experiment", "note");
    private static final List<String> SOURCE =
            List.of("source", "source_seed", "architecture", "width");
    private static final List<String> TARGET = List.of("target", "target_seed");

    private Factors() {}

    /** Returns what stands in a column, or nothing. */
    public static String of(Row row, String column) {
        return row.factors().getOrDefault(column, "");
    }

    /** Returns the name that claims and tables call a row by: its bridge, or its source. */
    public static String name(Row row) {
        String bridge = of(row, "bridge");
        return bridge.isEmpty() ? of(row, "source") : bridge;
    }

    /** Returns whether rows are named by the column {@code bridge}. */
    static boolean bridged(Row row) {
        return !of(row, "bridge").isEmpty();
    }

    /** Returns whether a network is with a decoder of its own. */
    public static boolean own(Row row) {
        return OWN.contains(of(row, "bridge").replaceFirst("\\(.*", ""));
    }

    /** Returns whether a row is a control that holds for every pair. */
    public static boolean constant(Row row) {
        return CONSTANTS.contains(of(row, "bridge"));
    }

    /** Returns everything that is held, without seeds and empty entries. */
    static Map<String, String> held(Row row) {
        Map<String, String> held = new TreeMap<>(row.factors());
        held.keySet().removeAll(SEEDS);
        held.keySet().removeAll(APART);
        held.values().removeIf(String::isEmpty);
        return held;
    }

    /**
     * Returns what must agree when two rows are compared: a network with its own decoder stands for
     * all that end in it, a constant for every pair. Selectors are without their counts, which have
     * a column.
     */
    static Map<String, String> comparable(Row row) {
        Map<String, String> all = new TreeMap<>(row.factors());
        all.keySet().removeAll(APART);
        all.remove("bridge");
        all.computeIfPresent("selector", (column, entry) -> SelectorSweep.without(entry));
        if (own(row)) {
            all.keySet().removeAll(SOURCE);
        }
        if (constant(row)) {
            all.keySet().removeAll(SOURCE);
            all.keySet().removeAll(TARGET);
            all.remove("target_architecture");
            all.remove("anchor_seed");
        }
        if (!bridged(row)) {
            all.keySet().removeAll(List.of("source", "architecture"));
        }
        all.values().removeIf(String::isEmpty);
        return all;
    }
}
