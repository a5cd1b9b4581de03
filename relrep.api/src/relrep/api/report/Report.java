package relrep.api.report;

import relrep.api.experiment.Row;

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
 */
public record Report(
        String experiment,
        String source,
        Map<String, Object> definition,
        List<Row> rows,
        List<Map<String, String>> failures) {
    /** Keeps copies of the lists. */
    public Report {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
    }
}
