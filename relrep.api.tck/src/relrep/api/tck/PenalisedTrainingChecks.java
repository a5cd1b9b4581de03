package relrep.api.tck;

import relrep.api.data.Inputs;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.Network;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.model.Sampling;
import relrep.api.model.TrainingProblem;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The laws of an {@link Architecture} that takes penalties. */
final class PenalisedTrainingChecks {
    private static final int ANCHORS = 12;

    /** The weight of a penalty that matters more than the loss. */
    private static final double STRONG = 3;

    private final Architecture architecture;
    private final TrainedOnce trained;
    private final Trial training;

    private PenalisedTrainingChecks(
            Architecture architecture, TrainedOnce trained, Trial training) {
        this.architecture = architecture;
        this.trained = trained;
        this.training = training;
    }

    static void add(Architecture architecture, TrainedOnce trained, Trial training, Checks checks) {
        if (architecture.takesPenalties()) {
            var laws = new PenalisedTrainingChecks(architecture, trained, training);
            checks.add("trains the same bytes with a penalty of 0", laws::none);
            checks.add("pulls latents where a penalty pulls them", laws::pulls);
            checks.add("pulls latents where a penalty on single classes does", laws::pullsClasses);
            checks.add("gives a penalty the whole training batch at each step", laws::batches);
            checks.add("gives a penalty the batches that it asks for", laws::drawn);
            checks.add("gives a penalty similarities to anchors, if there are any", laws::relative);
        }
    }

    /** The mean of the squares of the latents, with the batches that it has seen. */
    private static final class Pull implements Penalty {
        private final Sampling sampling;
        private final double weight;
        private final List<PenaltyBatch> seen = new ArrayList<>();

        Pull(Sampling sampling, double weight) {
            this.sampling = sampling;
            this.weight = weight;
        }

        @Override
        public Sampling sampling() {
            return sampling;
        }

        @Override
        public PenaltyValue measure(PenaltyBatch batch) {
            seen.add(batch);
            float[] gradient = batch.latents().toArray();
            double sum = 0;
            for (int i = 0; i < gradient.length; i++) {
                sum += (double) gradient[i] * gradient[i];
                gradient[i] *= (float) (2 * weight / batch.size());
            }
            Matrix latents = Matrix.of(batch.size(), batch.latents().cols(), gradient);
            return new PenaltyValue(weight * sum / batch.size(), latents, Optional.empty());
        }
    }

    private TrainingProblem problem(Penalty penalty, boolean relative) {
        TrainingProblem plain = trained.problem(trained.objectives().get(0));
        Inputs anchors = plain.train().content().rows(0, ANCHORS);
        return new TrainingProblem(
                plain.train(),
                plain.validation(),
                plain.objective(),
                relative
                        ? new Bottleneck.Relative(Training.WIDTH, anchors, new Angle())
                        : plain.bottleneck(),
                List.of(penalty));
    }

    private Network train(Penalty penalty) {
        return architecture.train(problem(penalty, false), training.run());
    }

    private void none(Trial t) {
        Network with = train(new Pull(Sampling.TRAINING_BATCH, 0));
        Training.same(t, trained.network().state(), with.state());
        Sampling each = new Sampling(Sampling.Source.EACH_CLASS, 4, 5);
        Training.same(t, trained.network().state(), train(new Pull(each, 0)).state());
    }

    private void pulls(Trial t) {
        requirePull(t, Sampling.TRAINING_BATCH);
    }

    private void pullsClasses(Trial t) {
        requirePull(t, new Sampling(Sampling.Source.EACH_CLASS, 4, 1));
    }

    private void requirePull(Trial t, Sampling sampling) {
        double before = size(trained.network());
        double after = size(train(new Pull(sampling, STRONG)));
        t.require(
                after < 0.8 * before,
                "a penalty on the squares of the latents must make them smaller: their mean square"
                        + " is %.3g with it and %.3g without",
                after,
                before);
    }

    private double size(Network network) {
        Inputs inputs = trained.problem(trained.objectives().get(0)).train().content();
        double sum = 0;
        for (float value : network.encoder().encode(inputs).toArray()) {
            sum += (double) value * value;
        }
        return sum / (inputs.size() * Training.WIDTH);
    }

    /** Returns what a penalty sees in the first steps. */
    private List<PenaltyBatch> seen(Trial t, Sampling sampling, boolean relative) {
        Pull pull = new Pull(sampling, 0.1);
        try {
            architecture.train(problem(pull, relative), new Counting(t.run(), 5));
        } catch (CancelledException e) {
            t.require(!pull.seen.isEmpty(), "a penalty must be measured, it never was");
        }
        return pull.seen;
    }

    private void batches(Trial t) {
        List<PenaltyBatch> seen = seen(t, Sampling.TRAINING_BATCH, false);
        t.require(!seen.isEmpty(), "a penalty must be measured at each step, it never was");
        for (int i = 0; i < seen.size(); i++) {
            PenaltyBatch batch = seen.get(i);
            t.require(
                    batch.step() == i && batch.steps() == seen.get(0).steps(),
                    "step %d of %d must be measured, not step %d of %d",
                    i,
                    seen.get(0).steps(),
                    batch.step(),
                    batch.steps());
            requireRows(t, batch);
        }
    }

    private static void requireRows(Trial t, PenaltyBatch batch) {
        t.require(batch.size() > 0, "a batch must have a sample, it has none");
        t.shape(batch.size(), Training.WIDTH, batch.latents(), "the latents of a batch");
        t.finite(batch.latents(), "the latents of a batch");
        t.require(
                batch.labels().isPresent(),
                "a batch of labelled samples must have labels, it has none");
    }

    private void drawn(Trial t) {
        Sampling one = new Sampling(Sampling.Source.ONE_CLASS, 6, 2);
        for (PenaltyBatch batch : seen(t, one, false)) {
            requireRows(t, batch);
            Labels labels = batch.labels().orElseThrow();
            t.require(
                    batch.size() == 6 && batch.step() % 2 == 0,
                    "a batch of 6 samples must come at every 2nd step, not %d at step %d",
                    batch.size(),
                    batch.step());
            t.require(
                    labels.rowsOf(labels.get(0)).length == 6,
                    "a batch must be of one class, but its classes are %s",
                    labels.toArray());
        }
    }

    private void relative(Trial t) {
        List<PenaltyBatch> seen;
        try {
            seen = seen(t, new Sampling(Sampling.Source.MIXED, 6, 1), true);
        } catch (InvalidInputException e) {
            throw new SkippedException(e.getMessage());
        }
        for (PenaltyBatch batch : seen) {
            t.require(
                    batch.relative().isPresent(),
                    "in training through a similarity there must be similarities, there are none");
            t.shape(6, ANCHORS, batch.relative().orElseThrow(), "the similarities of a batch");
        }
        for (PenaltyBatch batch : seen(t, Sampling.TRAINING_BATCH, false)) {
            t.require(
                    batch.relative().isEmpty(),
                    "in training on latents there must be no similarities");
        }
    }
}
