package relrep.runtime.experiment;

import relrep.api.experiment.Row;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came out of a run.
 *
 * @param experiment its name
 * @param folder the run's folder
 * @param end how it ended
 * @param rows what was found, in the order of the cells
 * @param failures the cells that failed: their factors, and the reason under {@code reason}
 * @param summary the text of {@code summary.md}, or empty when nobody wrote one
 * @param sentence one sentence for the user: how much was found and where it is, or why it ended
 */
public record RunOutcome(
        String experiment,
        Path folder,
        End end,
        List<Row> rows,
        List<Map<String, String>> failures,
        String summary,
        String sentence) {
    /** Keeps copies of the lists. */
    public RunOutcome {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
    }

    /** Returns the exit code: 0 done, 1 with failures or a plugin gone, 130 cancelled. */
    public int exitCode() {
        return switch (end) {
            case DONE -> failures.isEmpty() ? 0 : 1;
            case PLUGIN_GONE -> 1;
            case CANCELLED -> 130;
        };
    }

    /** How a run ended. */
    public enum End {
        /** Every cell was computed, or failed. */
        DONE,
        /** The user ended it; what was finished is kept. */
        CANCELLED,
        /** A plugin that it used was taken away; what was finished is kept. */
        PLUGIN_GONE
    }
}
