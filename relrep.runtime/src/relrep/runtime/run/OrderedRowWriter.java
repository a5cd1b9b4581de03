package relrep.runtime.run;

import relrep.api.experiment.Row;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.CellResult;
import relrep.runtime.cell.CellResult.Finding;
import relrep.runtime.compute.CellOutcome;
import relrep.runtime.folder.RunFolder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the outcomes of cells as rows, in the order of the cells. Outcomes may arrive in any
 * order; a row is written as soon as all rows before it are written.
 */
final class OrderedRowWriter {
    private final String experiment;
    private final List<Cell> cells;
    private final RunFolder folder;
    private final CellOutcome[] outcomes;
    private final List<Row> rows = new ArrayList<>();
    private int written;
    private boolean closed;

    OrderedRowWriter(String experiment, List<Cell> cells, RunFolder folder) {
        this.experiment = experiment;
        this.cells = cells;
        this.folder = folder;
        this.outcomes = new CellOutcome[cells.size()];
    }

    /** Accepts an outcome; one that arrives after the end is ignored. */
    synchronized void take(int cell, CellOutcome outcome) {
        if (closed) {
            return;
        }
        outcomes[cell] = outcome;
        for (CellOutcome.Failure failure : outcome.failures()) {
            folder.log("failed: " + cells.get(cell).label(), failure.cause());
        }
        List<Row> ready = new ArrayList<>();
        while (written < outcomes.length && outcomes[written] != null) {
            ready.addAll(rows(written++));
        }
        keep(ready);
    }

    /** Writes all finished rows, although earlier ones are missing. */
    synchronized void finish() {
        closed = true;
        List<Row> rest = new ArrayList<>();
        for (; written < outcomes.length; written++) {
            if (outcomes[written] != null) {
                rest.addAll(rows(written));
            }
        }
        keep(rest);
    }

    private void keep(List<Row> more) {
        if (!more.isEmpty()) {
            rows.addAll(more);
            folder.add(more);
        }
    }

    private List<Row> rows(int at) {
        CellResult result = outcomes[at].result();
        List<Row> all = new ArrayList<>();
        for (Finding finding : result.findings()) {
            Map<String, String> factors = cells.get(at).factors(experiment, result.anchors());
            factors.put("note", finding.note());
            all.add(new Row(factors, finding.metric(), finding.value(), finding.perSample()));
        }
        return all;
    }

    synchronized List<Row> rows() {
        return List.copyOf(rows);
    }

    synchronized List<Map<String, String>> failures() {
        List<Map<String, String>> all = new ArrayList<>();
        for (int at = 0; at < outcomes.length; at++) {
            if (outcomes[at] != null) {
                for (CellOutcome.Failure failure : outcomes[at].failures()) {
                    Map<String, String> factors =
                            cells.get(at).factors(experiment, outcomes[at].result().anchors());
                    factors.put("metric", failure.metric());
                    factors.put("reason", failure.reason());
                    all.add(factors);
                }
            }
        }
        return all;
    }

    /** Returns the further numbers of fits and metrics, one per row. */
    synchronized List<Map<String, String>> details() {
        List<Map<String, String>> all = new ArrayList<>();
        for (int at = 0; at < outcomes.length; at++) {
            if (outcomes[at] != null) {
                CellResult result = outcomes[at].result();
                for (CellResult.Detail detail : result.details()) {
                    for (Map.Entry<String, Double> number : detail.numbers().entrySet()) {
                        Map<String, String> row =
                                new LinkedHashMap<>(
                                        cells.get(at).factors(experiment, result.anchors()));
                        row.put("of", detail.of());
                        row.put("name", number.getKey());
                        row.put("value", number.getValue().toString());
                        all.add(row);
                    }
                }
            }
        }
        return all;
    }

    /** Returns the number of finished cells. */
    synchronized int over() {
        int count = 0;
        for (CellOutcome outcome : outcomes) {
            count += outcome == null ? 0 : 1;
        }
        return count;
    }
}
