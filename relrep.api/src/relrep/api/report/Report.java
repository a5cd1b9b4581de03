package relrep.api.report;

import relrep.api.experiment.Row;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All results of a run, the input of {@link Reporter}s.
 *
 * @param experiment its name
 * @param source the paper and table that it comes from, or empty
 * @param definition the experiment file as run, as plain maps, lists, strings, numbers
 * @param rows all observations, in the order of the cells
 * @param failures the cells that failed: their factors, and the reason under {@code reason}
 * @param figures the figures that the experiment file asks for; empty when it names none
 * @param exhibits data for figures that is not in the rows
 * @param provenance how the run was made: command, versions, seeds, machine
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
    /** Copies the lists. */
    public Report {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
        figures = List.copyOf(figures);
        exhibits = List.copyOf(exhibits);
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /** Makes a report without figures. */
    public Report(
            String experiment,
            String source,
            Map<String, Object> definition,
            List<Row> rows,
            List<Map<String, String>> failures) {
        this(experiment, source, definition, rows, failures, List.of(), List.of(), Map.of());
    }
}
