package relrep.workbench.contract;

import relrep.api.data.DataPlaces;
import relrep.api.experiment.Experiment;
import relrep.api.experiment.Row;
import relrep.api.run.CancelledException;
import relrep.api.run.Run;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Checks an experiment: its rows must name their metric, and each factor must have a name and a
 * value.
 */
record CheckedExperiment(ContractCheck check, Experiment plugin) implements Experiment {
    private static final String RUN = "run";

    @Override
    public void run(DataPlaces places, Consumer<Row> rows, Run run) {
        AtomicReference<PluginFailureException> first = new AtomicReference<>();
        check.attempt(
                RUN,
                () -> {
                    plugin.run(places, row -> take(row, rows, first), check.watched(run));
                    return true;
                });
        if (first.get() != null) {
            throw first.get(); // also where the plugin caught it
        }
    }

    private void take(Row row, Consumer<Row> rows, AtomicReference<PluginFailureException> first) {
        try {
            require(row);
        } catch (PluginFailureException broken) {
            first.compareAndSet(null, broken);
            throw broken;
        }
        try {
            rows.accept(row);
        } catch (CancelledException end) {
            check.cancelled().set(true);
            throw end;
        }
    }

    private void require(Row row) {
        check.require(row != null, RUN, "must give rows, not null");
        check.require(
                row.metric() != null && !row.metric().isBlank(),
                RUN,
                "must give rows that name their metric, not '%s'",
                row.metric());
        check.named(RUN, "rows with what was held, by name", row.factors());
    }
}
