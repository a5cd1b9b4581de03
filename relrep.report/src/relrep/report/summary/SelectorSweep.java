package relrep.report.summary;

import relrep.api.experiment.Row;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the rows that were measured with several anchor selectors, for example {@code random} and
 * {@code farthest}. The number of anchors has a column of its own and is ignored here.
 */
public final class SelectorSweep {
    private static final String COLUMN = "selector";

    private final Set<String> swept = new HashSet<>();

    private SelectorSweep(Collection<Row> rows) {
        Map<String, Set<String>> selectors = new HashMap<>();
        for (Row row : rows) {
            String selector = without(Factors.of(row, COLUMN));
            if (!selector.isEmpty()) {
                selectors.computeIfAbsent(Factors.name(row), name -> new TreeSet<>()).add(selector);
            }
        }
        selectors.forEach(
                (name, several) -> {
                    if (several.size() > 1) {
                        swept.add(name);
                    }
                });
    }

    /** Examines rows. */
    public static SelectorSweep of(Collection<Row> rows) {
        return new SelectorSweep(rows);
    }

    /** Returns whether rows of this name have several selectors. */
    boolean covers(Row row) {
        return swept.contains(Factors.name(row));
    }

    /** Returns whether rows of any name have several selectors. */
    boolean any() {
        return !swept.isEmpty();
    }

    /** Returns the selector of a row without its count; empty if its name has only one. */
    public String selector(Row row) {
        return covers(row) ? without(Factors.of(row, COLUMN)) : "";
    }

    /** Returns a selector without its count: {@code random(count=50)} is {@code random}. */
    static String without(String selector) {
        return selector.replaceFirst("\\bcount=\\d+(, *)?", "")
                .replaceFirst(", *\\)$", ")")
                .replaceFirst("\\(\\)$", "");
    }
}
