package relrep.report.summary;

import relrep.api.experiment.Row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The meaning of a row's columns for the summary. */
public final class Factors {
    /** The columns that differ between repetitions of one experiment. */
    static final List<String> SEEDS =
            List.of("source_seed", "target_seed", "anchor_seed", "joined_seed");

    /** Rows that hold for every pair of networks. */
    private static final Set<String> CONSTANTS =
            Set.of("mean-image", "majority-class", "chance", "pca", "floor");

    private static final Set<String> OWN = Set.of("own", "own-relative", "own-relative-end-to-end");
    private static final Set<String> APART = Set.of("experiment", "note");
    private static final List<String> SOURCE =
            List.of("source", "source_seed", "architecture", "width");
    private static final List<String> TARGET = List.of("target", "target_seed");

    private Factors() {}

    /** Returns the entry of a column, or an empty text. */
    public static String of(Row row, String column) {
        return row.factors().getOrDefault(column, "");
    }

    /** Returns the name of a row in claims and tables: its bridge, or its source. */
    public static String name(Row row) {
        String bridge = of(row, "bridge");
        return bridge.isEmpty() ? of(row, "source") : bridge;
    }

    /** Returns whether the column {@code bridge} names the rows. */
    static boolean bridged(Row row) {
        return !of(row, "bridge").isEmpty();
    }

    /** Returns whether a row is about a network with its own decoder. */
    public static boolean own(Row row) {
        return OWN.contains(of(row, "bridge").replaceFirst("\\(.*", ""));
    }

    /**
     * Returns whether a row is about two networks with different data. It is measured on the
     * samples of the source, so the source with its own decoder is its reference.
     */
    static boolean acrossData(Row row) {
        return !of(row, "target_dataset").isEmpty() && !own(row) && !constant(row);
    }

    /** Returns whether a row is a control that holds for every pair. */
    public static boolean constant(Row row) {
        return CONSTANTS.contains(of(row, "bridge"));
    }

    /** Returns all factors, without seeds and empty entries. */
    static Map<String, String> held(Row row) {
        Map<String, String> held = new TreeMap<>(row.factors());
        held.keySet().removeAll(SEEDS);
        held.keySet().removeAll(APART);
        held.values().removeIf(String::isEmpty);
        return held;
    }

    /**
     * Returns the factors that must agree when two rows are compared. A network with its own
     * decoder matches all rows that end in it (between data sets, that begin in it), a constant
     * matches every pair. Selectors are without their counts, which have a column of their own.
     */
    static Map<String, String> comparable(Row row) {
        Map<String, String> all = new TreeMap<>(row.factors());
        all.keySet().removeAll(APART);
        all.remove("bridge");
        all.computeIfPresent("selector", (column, entry) -> SelectorSweep.without(entry));
        if (own(row)) {
            all.keySet().removeAll(SOURCE);
        } else if (acrossData(row)) {
            all.put("joined_to", of(row, "target"));
            all.put("joined_seed", of(row, "target_seed"));
            all.put("target", of(row, "source"));
            all.put("target_seed", of(row, "source_seed"));
            all.put("target_architecture", of(row, "architecture"));
            all.put("target_width", of(row, "width"));
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
