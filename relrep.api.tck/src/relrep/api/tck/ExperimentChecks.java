package relrep.api.tck;

import relrep.api.data.DataPlaces;
import relrep.api.experiment.Experiment;
import relrep.api.experiment.Row;
import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;

import java.util.ArrayList;
import java.util.List;

/** The laws of {@link Experiment}. They run the experiment, so they take as long as it does. */
final class ExperimentChecks {
    private final Experiment experiment;
    private final DataPlaces places;

    private ExperimentChecks(Experiment experiment, DataPlaces places) {
        this.experiment = experiment;
        this.places = places;
    }

    static void add(Experiment experiment, DataPlaces places, Checks checks) {
        ExperimentChecks laws = new ExperimentChecks(experiment, places);
        checks.add("finds the same rows in the same order for the same seed", laws::repeats);
        checks.add("lets a cancel through", laws::cancel);
    }

    private List<Row> rows(Run run) {
        List<Row> rows = new ArrayList<>();
        try {
            experiment.run(places, rows::add, run);
        } catch (UnavailableException e) {
            throw new SkippedException(e.getMessage());
        }
        return rows;
    }

    private void repeats(Trial t) {
        List<Row> first = rows(t.run());
        List<Row> second = rows(t.run());
        t.require(
                first.size() == second.size(),
                "there must be as many rows again, not %d and %d",
                first.size(),
                second.size());
        for (int i = 0; i < first.size(); i++) {
            t.require(
                    first.get(i).equals(second.get(i)),
                    "row %d must be the same again, not %s and %s",
                    i,
                    first.get(i),
                    second.get(i));
        }
    }

    private void cancel(Trial t) {
        try {
            rows(new Counting(t.run(), 1));
        } catch (CancelledException e) {
            return;
        }
        throw new AssertionError("a cancel at the first step must end the experiment");
    }
}
