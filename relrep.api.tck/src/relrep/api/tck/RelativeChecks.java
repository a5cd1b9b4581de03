package relrep.api.tck;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The laws of {@link Architecture} for networks trained through a similarity to anchors. */
final class RelativeChecks {
    private static final int ANCHORS = 12;

    private final Architecture architecture;
    private final TrainedOnce trained;
    private final Trial training;
    private final Map<Objective, Network> networks = new EnumMap<>(Objective.class);

    private RelativeChecks(Architecture architecture, TrainedOnce trained, Trial training) {
        this.architecture = architecture;
        this.trained = trained;
        this.training = training;
    }

    static void add(Architecture architecture, TrainedOnce trained, Trial training, Checks checks) {
        RelativeChecks laws = new RelativeChecks(architecture, trained, training);
        checks.add("trains through a similarity to anchors, or refuses in a sentence", laws::takes);
        checks.add("learns through a similarity", laws::learns);
        checks.add("trains the same bytes through a similarity", laws::repeats);
        checks.add("restores a network trained through a similarity", laws::restores);
        checks.add("embeds anchors again as often as it is asked to", laws::embeds);
    }

    private TrainingProblem problem(Objective objective, int every, boolean normalised) {
        TrainingProblem plain = trained.problem(objective);
        return new TrainingProblem(
                plain.train(),
                plain.validation(),
                objective,
                new Bottleneck.Relative(Training.WIDTH, anchors(), new Angle(), every, normalised));
    }

    private Inputs anchors() {
        return trained.samples(training, "train", Training.SAMPLES).content().rows(0, ANCHORS);
    }

    private Network train(Objective objective, int every, boolean normalised) {
        return architecture.train(problem(objective, every, normalised), training.run());
    }

    /** Returns why the architecture cannot be trained through a similarity; empty if it can. */
    private String refusal() {
        try {
            architecture.train(
                    problem(trained.objectives().get(0), 1, false),
                    new Counting(training.run(), 1));
        } catch (CancelledException e) {
            return "";
        } catch (InvalidInputException e) {
            return String.valueOf(e.getMessage());
        }
        return "";
    }

    private void requireTaken() {
        String refusal = refusal();
        if (!refusal.isEmpty()) {
            throw new SkippedException(refusal);
        }
    }

    private synchronized Network network(Objective objective) {
        return networks.computeIfAbsent(objective, wanted -> train(wanted, 1, false));
    }

    private void takes(Trial t) {
        String refusal = refusal();
        if (!refusal.isEmpty()) {
            t.require(
                    refusal.contains(" "),
                    "it must refuse a relative bottleneck with a sentence, not '%s'",
                    refusal);
            return;
        }
        for (Objective objective : trained.objectives()) {
            requireShapes(t, objective, network(objective));
            requireShapes(t, objective, train(objective, 1, true));
        }
    }

    private void requireShapes(Trial t, Objective objective, Network network) {
        Matrix anchors =
                network.anchors()
                        .orElseThrow(
                                () ->
                                        new AssertionError(
                                                "a network trained through a similarity must give"
                                                        + " its anchors' latents"));
        t.same(network.encoder().encode(anchors()), anchors, "the anchors' latents");
        int encodes = network.encoder().width();
        int decodes = network.decoder().width();
        t.require(
                encodes == Training.WIDTH && decodes == ANCHORS,
                "the encoder must be %d and the decoder %d wide, not %d and %d",
                Training.WIDTH,
                ANCHORS,
                encodes,
                decodes);
        Matrix outputs = outputs(network, trained.samples(t, "new", 7).content());
        boolean classify = objective == Objective.CLASSIFY;
        int width = classify ? Training.CLASSES : Training.SHAPE.size();
        t.shape(7, width, outputs, "the outputs to " + objective);
        t.finite(outputs, "the outputs");
    }

    private static Matrix outputs(Network network, Inputs inputs) {
        Matrix latents = network.encoder().encode(inputs);
        Matrix anchors = network.anchors().orElseThrow();
        return network.decoder().decode(new Angle().compare(latents, anchors));
    }

    private void learns(Trial t) {
        requireTaken();
        for (Objective objective : trained.objectives()) {
            List<Epoch> history = network(objective).history();
            double first = history.get(0).trainLoss();
            double last = history.get(history.size() - 1).trainLoss();
            t.require(last < first, "the loss must fall, not go from %g to %g", first, last);
        }
    }

    private void repeats(Trial t) {
        requireTaken();
        for (Objective objective : trained.objectives()) {
            Training.same(t, network(objective).state(), train(objective, 1, false).state());
        }
    }

    private void restores(Trial t) {
        requireTaken();
        Inputs inputs = trained.samples(t, "new", 9).content();
        for (boolean normalised : new boolean[] {false, true}) {
            Network network = train(trained.objectives().get(0), 1, normalised);
            Network restored = architecture.restore(network.state());
            t.require(restored.anchors().isPresent(), "a restored network must have its anchors");
            t.same(
                    network.anchors().orElseThrow(),
                    restored.anchors().get(),
                    "the restored anchors' latents");
            t.same(outputs(network, inputs), outputs(restored, inputs), "the restored outputs");
            Training.same(t, network.state(), restored.state());
        }
    }

    /**
     * Checks that anchors are embedded again: fixed latents of anchors would give another network.
     */
    private void embeds(Trial t) {
        requireTaken();
        Objective objective = trained.objectives().get(0);
        Matrix often = network(objective).anchors().orElseThrow();
        Matrix once = train(objective, Integer.MAX_VALUE, false).anchors().orElseThrow();
        t.require(
                !often.equals(once),
                "anchors embedded at every step must train another network than those of the"
                        + " first step");
    }
}
