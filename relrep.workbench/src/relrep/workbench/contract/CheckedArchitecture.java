package relrep.workbench.contract;

import relrep.api.model.Architecture;
import relrep.api.model.DecodingProblem;
import relrep.api.model.DenoisingArchitecture;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.run.Run;

import java.util.function.Supplier;

/** Checks an architecture: its networks must have the widths that the problem asks for. */
class CheckedArchitecture implements Architecture {
    final ContractCheck check;
    private final Architecture plugin;

    private CheckedArchitecture(ContractCheck check, Architecture plugin) {
        this.check = check;
        this.plugin = plugin;
    }

    /** Returns the architecture with checks and with the extra interfaces of the plugin. */
    static Architecture of(ContractCheck check, Architecture plugin) {
        return plugin instanceof DenoisingArchitecture denoising
                ? new Denoising(check, denoising)
                : new CheckedArchitecture(check, plugin);
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        return trained("train", problem, () -> plugin.train(problem, check.watched(run)));
    }

    Network trained(String method, TrainingProblem problem, Supplier<Network> call) {
        OutputRange range = range();
        Network network = check.get(method, "a network", call);
        CheckedNetwork checked =
                new CheckedNetwork(check, network, NetworkShape.of(problem), range);
        checked.encoder().width();
        checked.decoder().width();
        return checked;
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        OutputRange range = range();
        TrainedDecoder trained =
                check.get(
                        "trainDecoder",
                        "a decoder",
                        () -> plugin.trainDecoder(problem, check.watched(run)));
        CheckedTrainedDecoder checked =
                new CheckedTrainedDecoder(check, trained, NetworkShape.of(problem), range);
        checked.decoder().width();
        return checked;
    }

    @Override
    public OutputRange range() {
        return check.get("range", "a range", plugin::range);
    }

    @Override
    public Network restore(NetworkState state) {
        Network network = check.get("restore", "a network", () -> plugin.restore(state));
        return new CheckedNetwork(check, network, null, range());
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        TrainedDecoder decoder =
                check.get("restoreDecoder", "a decoder", () -> plugin.restoreDecoder(state));
        return new CheckedTrainedDecoder(check, decoder, null, range());
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
