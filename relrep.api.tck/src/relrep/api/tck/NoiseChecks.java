package relrep.api.tck;

import relrep.api.model.DenoisingArchitecture;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.TrainingProblem;

import java.util.List;

/** The laws of {@link DenoisingArchitecture}. */
final class NoiseChecks {
    private static final double NOISE = 0.3;

    private final DenoisingArchitecture architecture;
    private final TrainedOnce trained;
    private final Trial training;

    private NoiseChecks(DenoisingArchitecture architecture, TrainedOnce trained, Trial training) {
        this.architecture = architecture;
        this.trained = trained;
        this.training = training;
    }

    static void add(
            DenoisingArchitecture architecture,
            TrainedOnce trained,
            Trial training,
            Checks checks) {
        NoiseChecks laws = new NoiseChecks(architecture, trained, training);
        checks.add("trains without noise as before", laws::none);
        checks.add(
                "trains differently on noise, and the same bytes from the same seed", laws::some);
        checks.add("lets a cancel through on noise", laws::cancel);
    }

    private TrainingProblem problem() {
        return trained.problem(trained.objectives().get(0));
    }

    private Network train(double noise) {
        return architecture.trainOnNoise(problem(), noise, training.run());
    }

    private void none(Trial t) {
        Training.same(t, trained.network().state(), train(0).state());
    }

    private void some(Trial t) {
        Network noisy = train(NOISE);
        Training.same(t, noisy.state(), train(NOISE).state());
        NetworkState plain = trained.network().state();
        t.require(
                noisy.state().tensors().entrySet().stream()
                        .anyMatch(e -> !e.getValue().equals(plain.tensors().get(e.getKey()))),
                "noise of %g must change some tensor, but none changed",
                NOISE);
        List<Epoch> history = noisy.history();
        if (history.size() > 1) {
            double first = history.get(0).trainLoss();
            double last = history.get(history.size() - 1).trainLoss();
            t.require(last < first, "the loss must fall, not go from %g to %g", first, last);
        }
    }

    private void cancel(Trial t) {
        Counting.requireCancel(t, run -> architecture.trainOnNoise(problem(), NOISE, run));
    }
}
