package relrep.torture.plugin;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Architecture;
import relrep.api.model.Decoder;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Encoder;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An architecture whose networks misbehave. */
public final class BadArchitecture implements Architecture {
    private final Misbehaviour misbehaviour = Misbehaviour.own();

    @Override
    public Network train(TrainingProblem problem, Run run) {
        misbehaviour.perform();
        if (misbehaviour == Misbehaviour.NULL) {
            return null;
        }
        int width = problem.bottleneck().width();
        int outputs = problem.train().inputs().cols();
        return new BadNetwork(misbehaviour, width, outputs);
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        throw new InvalidInputException("this architecture trains no decoder");
    }

    @Override
    public Network restore(NetworkState state) {
        throw new InvalidInputException("this architecture keeps nothing");
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        throw new InvalidInputException("this architecture keeps nothing");
    }

    /** Latents and outputs of the wrong shape or value. */
    private record BadNetwork(Misbehaviour misbehaviour, int width, int outputs)
            implements Network {
        private Matrix filled(int rows, int columns) {
            float[] values = new float[rows * misbehaviour.count(columns)];
            Arrays.fill(values, misbehaviour.number());
            return Matrix.of(rows, misbehaviour.count(columns), values);
        }

        @Override
        public Encoder encoder() {
            return new Encoder() {
                @Override
                public int width() {
                    return width;
                }

                @Override
                public Matrix encode(Inputs inputs) {
                    return filled(inputs.size(), width);
                }
            };
        }

        @Override
        public Decoder decoder() {
            return new Decoder() {
                @Override
                public int width() {
                    return width;
                }

                @Override
                public Matrix decode(Matrix latents) {
                    return filled(latents.rows(), outputs);
                }
            };
        }

        @Override
        public List<Epoch> history() {
            return List.of();
        }

        @Override
        public NetworkState state() {
            return new NetworkState(Map.of(), Map.of());
        }
    }
}
