package relrep.models.network;

import relrep.api.model.Architecture;
import relrep.api.model.DecodingProblem;
import relrep.api.model.DenoisingArchitecture;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;

/**
 * An architecture that a blueprint describes. A new architecture consists of its options and its
 * layers.
 *
 * @param <O> its options
 */
public abstract class BlueprintArchitecture<O extends Record>
        implements DenoisingArchitecture, Tunable<Architecture, O> {
    private final Blueprint<O> blueprint;
    private final NetworkTrainer<O> trainer;

    protected BlueprintArchitecture(Blueprint<O> blueprint) {
        this.blueprint = blueprint;
        this.trainer = new NetworkTrainer<>(blueprint, 1);
    }

    /** Returns the blueprint: its layers and its training. */
    public Blueprint<O> blueprint() {
        return blueprint;
    }

    @Override
    public O options() {
        return blueprint.options();
    }

    @Override
    public OutputRange range() {
        return blueprint.range();
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        return trainer.train(problem, run);
    }

    @Override
    public Network trainOnNoise(TrainingProblem problem, double noise, Run run) {
        return trainer.trainOnNoise(problem, noise, run);
    }

    @Override
    public boolean takesPenalties() {
        return trainer.takesPenalties();
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        return trainer.trainDecoder(problem, run);
    }

    @Override
    public Network restore(NetworkState state) {
        return trainer.restore(state);
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        return trainer.restoreDecoder(state);
    }
}
