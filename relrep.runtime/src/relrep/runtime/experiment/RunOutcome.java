package relrep.runtime.experiment;

import relrep.api.experiment.Row;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a run.
 *
 * @param experiment its name
 * @param folder the run's folder
 * @param end how it ended
 * @param rows the results, in the order of the cells
 * @param failures the cells that failed: their factors, and the reason under {@code reason}
 * @param summary the text of {@code summary.md}, or empty if there is none
 * @param sentence one sentence for the user: how many results there are and where they are, or why
 *     the run ended
 */
public record RunOutcome(
        String experiment,
        Path folder,
        End end,
        List<Row> rows,
        List<Map<String, String>> failures,
        String summary,
        String sentence) {
    /** Copies the lists. */
    public RunOutcome {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
    }

    /** Returns the exit code: 0 done, 1 with failures or a removed plugin, 130 cancelled. */
    public int exitCode() {
        return switch (end) {
            case DONE -> failures.isEmpty() ? 0 : 1;
            case PLUGIN_GONE -> 1;
            case CANCELLED -> 130;
        };
    }

    /** The ways in which a run ends. */
    public enum End {
        /** Every cell was computed or failed. */
        DONE,
        /** The user cancelled it; finished rows are kept. */
        CANCELLED,
        /** A plugin in use was removed; finished rows are kept. */
        PLUGIN_GONE
    }
}
