package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.model.Regression;
import relrep.api.model.Regressor;
import relrep.api.model.Trainer;
import relrep.api.run.Run;

import java.util.List;

/** The laws of {@link Trainer}. */
final class TrainerChecks {
    private static final double ROUNDING = 1e-4;
    private static final int SAMPLES = 200;

    private final Trainer trainer;

    private TrainerChecks(Trainer trainer) {
        this.trainer = trainer;
    }

    static void add(Trainer trainer, Checks checks) {
        TrainerChecks laws = new TrainerChecks(trainer);
        checks.add("learns a linear map, with hidden layers and without", laws::learns);
        checks.add("trains the same bytes from the same seed", laws::repeats);
        checks.add("predicts each row on its own", laws::rowsApart);
        checks.add("predicts from several threads", laws::threads);
        checks.add("leaves inputs and targets as they are", laws::leavesInputs);
        checks.add("lets a cancel through at the third step", laws::cancel);
        checks.add("keeps the losses of every epoch", laws::history);
        checks.add("refuses inputs of another width and says both", laws::otherWidth);
    }

    private static Regression problem(Trial t, List<Integer> hidden, int epochs) {
        Matrix inputs = t.cloud("inputs").isotropic(SAMPLES, 4);
        Matrix targets = AffineMap.between(4, 3, t.random("map")).apply(inputs);
        return new Regression(inputs, targets, hidden, epochs, 20, 0.01);
    }

    private Regressor train(Trial t, Run run) {
        return trainer.train(problem(t, List.of(8), 5), run);
    }

    private void learns(Trial t) {
        for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(32))) {
            Regression problem = problem(t, hidden, 60);
            Matrix outputs = trainer.train(problem, t.run()).predict(problem.inputs());
            t.shape(SAMPLES, 3, outputs, "the predictions");
            double left = Difference.rootMeanSquare(problem.targets(), outputs);
            t.require(
                    left < 0.2,
                    "with hidden layers %s less than 0.2 of the spread must be left, not %.3g",
                    hidden,
                    left);
        }
    }

    private void repeats(Trial t) {
        Matrix points = t.cloud("points").isotropic(11, 4);
        Matrix first = train(t, t.run()).predict(points);
        trainer.train(problem(t, List.of(), 1), t.run());
        t.same(first, train(t, t.run()).predict(points), "the predictions after training again");
    }

    private void rowsApart(Trial t) {
        Regressor regressor = train(t, t.run());
        Matrix points = t.cloud("points").isotropic(11, 4);
        Matrix together = regressor.predict(points);
        for (int i = 0; i < points.rows(); i++) {
            Matrix alone = regressor.predict(points.rows(i, i + 1));
            t.close(together.rows(i, i + 1), alone, ROUNDING, "row %d alone".formatted(i));
        }
    }

    private void threads(Trial t) throws Exception {
        Regressor regressor = train(t, t.run());
        Threads.agree(t, i -> regressor.predict(t.cloud("points " + i).isotropic(9 + i, 4)));
    }

    private void leavesInputs(Trial t) {
        Regression given = problem(t, List.of(8), 2);
        Matrix inputs = Memory.direct(given.inputs());
        Matrix targets = Memory.direct(given.targets());
        trainer.train(new Regression(inputs, targets, List.of(8), 2, 20, 0.01), t.run());
        t.same(given.inputs(), inputs, "the inputs after training");
        t.same(given.targets(), targets, "the targets after training");
    }

    private void cancel(Trial t) {
        Counting.requireCancel(t, run -> train(t, run));
    }

    private void history(Trial t) {
        List<Epoch> history = train(t, t.run()).history();
        t.require(history.size() == 5, "there must be 5 epochs, not %d", history.size());
        for (int i = 0; i < history.size(); i++) {
            Epoch epoch = history.get(i);
            t.require(epoch.number() == i + 1, "epoch %d says it is %d", i + 1, epoch.number());
            t.require(Double.isFinite(epoch.trainLoss()), "losses must be finite, not %s", epoch);
        }
        double first = history.get(0).trainLoss();
        double last = history.get(4).trainLoss();
        t.require(last < first, "the loss must fall, not go from %g to %g", first, last);
    }

    private void otherWidth(Trial t) {
        Regressor regressor = train(t, t.run());
        Matrix points = t.cloud("points").isotropic(3, 7);
        t.refuses("inputs 7 wide after 4", () -> regressor.predict(points), 4, 7);
    }
}
