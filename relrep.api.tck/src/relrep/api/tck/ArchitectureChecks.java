package relrep.api.tck;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Architecture;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.Objective;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainingProblem;

import java.util.List;

/** The laws of {@link Architecture} for networks; {@link DecoderChecks} has those of decoders. */
final class ArchitectureChecks {
    /**
     * The largest change of a float32 result by another batch size, relative to the largest value.
     */
    private static final double ROUNDING = 1e-4;

    private final Architecture architecture;
    private final TrainedOnce trained;

    private ArchitectureChecks(Architecture architecture, TrainedOnce trained) {
        this.architecture = architecture;
        this.trained = trained;
    }

    static void add(Architecture architecture, TrainedOnce trained, Checks checks) {
        ArchitectureChecks laws = new ArchitectureChecks(architecture, trained);
        checks.add("makes latents and outputs of the right shape", laws::shapes);
        checks.add("learns a tiny problem", laws::learns);
        checks.add("trains the same bytes from the same seed, whatever was before", laws::repeats);
        checks.add("restores a network to the last bit", laws::restores);
        checks.add("encodes and decodes each row on its own", laws::rowsApart);
        checks.add("encodes from several threads", laws::threads);
        checks.add("leaves the samples as they are", laws::leavesInputs);
        checks.add("lets a cancel through at the third step", laws::cancel);
        checks.add("keeps its outputs within the range that it declares", laws::range);
        checks.add("counts epochs from 1 and keeps finite losses", laws::history);
    }

    private void shapes(Trial t) {
        Inputs inputs = trained.samples(t, "new", 7).content();
        for (Objective objective : trained.objectives()) {
            Network network = trained.network(objective);
            boolean classify = objective == Objective.CLASSIFY;
            int width = classify ? Training.CLASSES : Training.SHAPE.size();
            Matrix latents = network.encoder().encode(inputs);
            Matrix outputs = network.decoder().decode(latents);
            t.shape(7, Training.WIDTH, latents, "the latents");
            t.shape(7, width, outputs, "the outputs to " + objective);
            t.finite(latents, "the latents");
            t.finite(outputs, "the outputs");
            int told = network.encoder().width() == network.decoder().width() ? 1 : 0;
            t.require(
                    told == 1 && network.encoder().width() == Training.WIDTH,
                    "encoder and decoder must give the width %d, not %d and %d",
                    Training.WIDTH,
                    network.encoder().width(),
                    network.decoder().width());
        }
    }

    private void learns(Trial t) {
        for (Objective objective : trained.objectives()) {
            Network network = trained.network(objective);
            List<Epoch> history = network.history();
            if (history.size() > 1) {
                double first = history.get(0).trainLoss();
                double last = history.get(history.size() - 1).trainLoss();
                t.require(last < first, "the loss must fall, not go from %g to %g", first, last);
            } else if (objective == Objective.RECONSTRUCT) {
                requireBetterThanMean(t, network);
            }
        }
    }

    private void requireBetterThanMean(Trial t, Network network) {
        Matrix truth = trained.problem(Objective.RECONSTRUCT).train().inputs();
        Matrix outputs = network.decoder().decode(network.encoder().encode(truth));
        double error = Training.error(outputs, truth);
        double mean = Training.error(Means.of(truth), truth);
        t.require(error < mean, "the error must be below the mean image's %g, not %g", mean, error);
    }

    private void repeats(Trial t) {
        trained.objectives().forEach(trained::network);
        architecture.train(trained.problem(trained.objectives().get(0)), t.run());
        for (Objective objective : trained.objectives()) {
            Network first = trained.network(objective);
            Network second = trained.again(objective);
            Training.same(t, first.state(), second.state());
            t.require(first.history().equals(second.history()), "both histories must be the same");
        }
    }

    private void restores(Trial t) {
        for (Objective objective : trained.objectives()) {
            Network network = trained.network(objective);
            Network restored = architecture.restore(network.state());
            Inputs inputs = trained.samples(t, "new", 9).content();
            Matrix latents = network.encoder().encode(inputs);
            t.same(latents, restored.encoder().encode(inputs), "the restored encoder's latents");
            t.same(
                    network.decoder().decode(latents),
                    restored.decoder().decode(latents),
                    "the restored decoder's outputs");
            Training.same(t, network.state(), restored.state());
        }
    }

    private void rowsApart(Trial t) {
        Network network = trained.network();
        Inputs inputs = trained.samples(t, "new", 9).content();
        Matrix latents = network.encoder().encode(inputs);
        Matrix outputs = network.decoder().decode(latents);
        for (int i = 0; i < 9; i++) {
            Matrix alone = network.encoder().encode(inputs.rows(i, i + 1));
            t.close(latents.rows(i, i + 1), alone, ROUNDING, "the latents of a row alone");
            Matrix output = network.decoder().decode(latents.rows(i, i + 1));
            t.close(outputs.rows(i, i + 1), output, ROUNDING, "the output of a row alone");
        }
        Inputs none = inputs.rows(0, 0);
        t.shape(0, Training.WIDTH, network.encoder().encode(none), "the latents of no rows");
    }

    private void threads(Trial t) throws Exception {
        Network network = trained.network();
        Threads.agree(
                t, i -> network.encoder().encode(trained.samples(t, "new " + i, 9 + i).content()));
    }

    private void leavesInputs(Trial t) {
        Inputs samples = trained.samples(t, "new", 9).content();
        Inputs copy = Memory.direct(samples);
        Network network = trained.network();
        Matrix latents = network.encoder().encode(copy);
        Matrix before = Memory.direct(latents);
        network.decoder().decode(latents);
        Memory.same(t, samples, copy, "the samples after encoding");
        t.same(before, latents, "the latents after decoding");
    }

    private void cancel(Trial t) {
        TrainingProblem problem = trained.problem(trained.objectives().get(0));
        Counting.requireCancel(t, run -> architecture.train(problem, run));
    }

    private void range(Trial t) {
        if (!trained.objectives().contains(Objective.RECONSTRUCT)) {
            return;
        }
        OutputRange range = architecture.range();
        float[] far = t.cloud("far latents").isotropic(20, Training.WIDTH).toArray();
        for (int i = 0; i < far.length; i++) {
            far[i] *= 30;
        }
        Network network = trained.network(Objective.RECONSTRUCT);
        Matrix outputs = network.decoder().decode(Matrix.of(20, Training.WIDTH, far));
        for (float value : outputs.toArray()) {
            t.require(
                    value >= range.low() && value <= range.high(),
                    "outputs must be %g to %g as range() says, not %g",
                    range.low(),
                    range.high(),
                    value);
        }
    }

    private void history(Trial t) {
        int number = 0;
        for (Epoch epoch : trained.network().history()) {
            number++;
            t.require(epoch.number() == number, "epoch %d says it is %d", number, epoch.number());
            t.require(
                    Double.isFinite(epoch.trainLoss())
                            && Double.isFinite(epoch.validationLoss().orElse(0)),
                    "losses must be finite numbers, not %s",
                    epoch);
        }
    }
}
