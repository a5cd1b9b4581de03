package relrep.workbench.contract;

import relrep.api.data.Content;
import relrep.api.model.Architecture;
import relrep.api.model.DecoderArchitecture;
import relrep.api.model.DenoisingArchitecture;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainingProblem;
import relrep.api.run.Run;

import java.util.function.Supplier;

/** Checks an architecture: its networks must have the widths that the problem asks for. */
class CheckedArchitecture extends CheckedDecoderArchitecture implements Architecture {
    private final Architecture plugin;

    private CheckedArchitecture(ContractCheck check, Architecture plugin) {
        super(check, plugin);
        this.plugin = plugin;
    }

    /** Returns the architecture with checks and with the extra interfaces of the plugin. */
    static DecoderArchitecture of(ContractCheck check, DecoderArchitecture plugin) {
        if (plugin instanceof DenoisingArchitecture denoising) {
            return new Denoising(check, denoising);
        }
        return plugin instanceof Architecture whole
                ? new CheckedArchitecture(check, whole)
                : new CheckedDecoderArchitecture(check, plugin);
    }

    @Override
    public Content takes() {
        return check.get("takes", "a content", plugin::takes);
    }

    @Override
    public boolean takesPenalties() {
        return check.attempt("takesPenalties", plugin::takesPenalties);
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        return trained("train", problem, () -> plugin.train(problem, check.watched(run)));
    }

    Network trained(String method, TrainingProblem problem, Supplier<Network> call) {
        if (!problem.penalties().isEmpty() && !takesPenalties()) {
            problem.requireNoPenalties(check.plugin());
        }
        OutputRange range = range();
        Network network = check.get(method, "a network", call);
        CheckedNetwork checked =
                new CheckedNetwork(check, network, NetworkShape.of(problem), range);
        checked.encoder().width();
        checked.decoder().width();
        return checked;
    }

    @Override
    public Network restore(NetworkState state) {
        Network network = check.get("restore", "a network", () -> plugin.restore(state));
        return new CheckedNetwork(check, network, null, range());
    }

    private static final class Denoising extends CheckedArchitecture
            implements DenoisingArchitecture {
        private final DenoisingArchitecture plugin;

        Denoising(ContractCheck check, DenoisingArchitecture plugin) {
            super(check, plugin);
            this.plugin = plugin;
        }

        @Override
        public Network trainOnNoise(TrainingProblem problem, double noise, Run run) {
            return trained(
                    "trainOnNoise",
                    problem,
                    () -> plugin.trainOnNoise(problem, noise, check.watched(run)));
        }
    }
}
