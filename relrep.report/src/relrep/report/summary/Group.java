package relrep.report.summary;

import relrep.api.experiment.Row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of a table: rows that differ only in seeds and metric.
 *
 * @param factors their common factors, without empty entries
 * @param name the bridge, or the source
 * @param rows the rows
 */
record Group(Map<String, String> factors, String name, List<Row> rows) {

    /** Returns the groups in the order of their first rows. */
    static List<Group> of(List<Row> rows) {
        Map<Map<String, String>, Group> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            groups.computeIfAbsent(
                            Factors.held(row),
                            held -> new Group(held, Factors.name(row), new ArrayList<>()))
                    .rows()
                    .add(row);
        }
        return List.copyOf(groups.values());
    }

    String factor(String column) {
        return factors.getOrDefault(column, "");
    }

    Moments moments(String metric) {
        return Moments.of(
                rows.stream()
                        .filter(row -> row.metric().equals(metric))
                        .map(Row::value)
                        .filter(value -> !value.isNaN())
                        .toList());
    }

    boolean has(String metric) {
        return rows.stream().anyMatch(row -> row.metric().equals(metric));
    }
}
