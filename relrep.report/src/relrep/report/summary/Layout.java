package relrep.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The layout of a table: the columns that distinguish its lines, and the factors that are the same
 * in all of them.
 */
final class Layout {
    private static final List<String> ORDER =
            List.of(
                    "dataset",
                    "networks",
                    "width",
                    "target_width",
                    "anchors",
                    "bridge",
                    "similarity",
                    "architecture",
                    "target_architecture",
                    "selector",
                    "objective");

    /** Columns that are left out if others determine them. */
    private static final Set<String> SECONDARY =
            Set.of("target_width", "architecture", "target_architecture", "selector", "objective");

    private final List<String> columns = new ArrayList<>();
    private final Map<String, String> constants = new LinkedHashMap<>();

    Layout(List<Group> groups) {
        Set<String> names = new LinkedHashSet<>(ORDER);
        groups.forEach(group -> names.addAll(group.factors().keySet()));
        names.removeAll(List.of("source", "target", "kind"));
        for (String name : names) {
            List<String> entries = entries(groups, name);
            boolean always =
                    (name.equals("bridge") && !entries.isEmpty())
                            || (name.equals("selector") && swept(groups));
            if ((entries.size() > 1 && !(SECONDARY.contains(name) && decided(groups, name)))
                    || always) {
                columns.add(name);
            } else if (entries.size() == 1) {
                constants.put(name, entries.get(0));
            }
        }
        separate(groups);
        constants.remove("target_architecture", constants.get("architecture"));
        constants.remove("target_width", constants.get("width"));
    }

    private static boolean swept(List<Group> groups) {
        return SelectorSweep.of(groups.stream().flatMap(group -> group.rows().stream()).toList())
                .any();
    }

    private static List<String> entries(List<Group> groups, String name) {
        return groups.stream()
                .map(group -> entry(group, name))
                .filter(entry -> !entry.isEmpty())
                .distinct()
                .toList();
    }

    /** Turns constants that some lines lack into columns until no two lines look alike. */
    private void separate(List<Group> groups) {
        for (String name : List.copyOf(constants.keySet())) {
            int lines = lines(groups);
            if (lines == groups.size()) {
                return;
            }
            columns.add(name);
            if (lines(groups) > lines) {
                constants.remove(name);
            } else {
                columns.remove(name);
            }
        }
    }

    private int lines(List<Group> groups) {
        return (int) groups.stream().map(this::line).distinct().count();
    }

    private List<String> line(Group group) {
        return columns.stream().map(column -> entry(group, column)).toList();
    }

    /** Returns the columns that differ, in reading order. */
    List<String> columns() {
        return columns;
    }

    /** Returns the factors that are the same in all lines that have them. */
    Map<String, String> constants() {
        return constants;
    }

    /** Returns factors in reading order: {@code width 10, anchors 50}. */
    static String words(Map<String, String> factors) {
        List<String> names = new ArrayList<>(factors.keySet());
        names.sort(Comparator.comparingInt(Layout::place).thenComparing(name -> name));
        return names.stream()
                .map(name -> name.replace('_', ' ') + " " + factors.get(name))
                .collect(Collectors.joining(", "));
    }

    private static int place(String name) {
        return ORDER.contains(name) ? ORDER.indexOf(name) : ORDER.size();
    }

    /** Returns the entry of a column; for {@code networks} it is {@code a} or {@code a → b}. */
    static String entry(Group group, String column) {
        if (!column.equals("networks")) {
            return group.factor(column);
        }
        String source = group.factor("source");
        String target = group.factor("target");
        return target.isEmpty() || target.equals(source) ? source : source + " → " + target;
    }

    /** Returns whether the columns before it determine a column. */
    private boolean decided(List<Group> groups, String name) {
        Map<List<String>, String> seen = new HashMap<>();
        for (Group group : groups) {
            String entry = entry(group, name);
            String other = entry.isEmpty() ? null : seen.putIfAbsent(line(group), entry);
            if (other != null && !other.equals(entry)) {
                return false;
            }
        }
        return true;
    }
}
