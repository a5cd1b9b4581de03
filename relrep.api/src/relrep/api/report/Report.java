package relrep.api.report;

import relrep.api.experiment.Row;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a run found, for those who make tables and pictures of it.
 *
 * @param experiment its name
 * @param source the paper and table that it comes from, or empty
 * @param definition the experiment file as run, as plain maps, lists, strings, numbers
 * @param rows all observations, in the order of the cells
 * @param failures the cells that failed: their factors, and the reason under {@code reason}
 * @param figures what the experiment file asks to be drawn; empty when it says nothing
 * @param exhibits what figures are drawn from and rows do not hold
 * @param provenance what the run was made from and with: command, versions, seeds, machine
 */
public record Report(
        String experiment,
        String source,
        Map<String, Object> definition,
        List<Row> rows,
        List<Map<String, String>> failures,
        List<Figure> figures,
        List<Exhibit> exhibits,
        Map<String, Object> provenance) {
    /** Keeps copies of the lists. */
    public Report {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
        figures = List.copyOf(figures);
        exhibits = List.copyOf(exhibits);
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /** A report of rows alone. */
    public Report(
            String experiment,
            String source,
            Map<String, Object> definition,
            List<Row> rows,
            List<Map<String, String>> failures) {
        this(experiment, source, definition, rows, failures, List.of(), List.of(), Map.of());
    }
}
