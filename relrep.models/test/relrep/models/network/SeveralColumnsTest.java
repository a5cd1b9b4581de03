package relrep.models.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.Bottleneck;
import relrep.api.model.Network;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.Invariance;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.models.architecture.Dense;
import relrep.nd4j.Nd4jEngine;
import relrep.similarity.internal.Cosine;
import relrep.similarity.internal.Euclidean;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Tests networks trained through similarities with several columns per anchor. */
class SeveralColumnsTest {
    private static final int ANCHORS = 3;

    /** Cosines, and distances beside them. */
    private static final class Both implements DifferentiableSimilarity {
        private final List<DifferentiableSimilarity> parts = List.of(new Cosine(), new Euclidean());

        @Override
        public int columns(int anchors) {
            return 2 * anchors;
        }

        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            Matrix cosines = parts.get(0).compare(points, anchors);
            Matrix distances = parts.get(1).compare(points, anchors);
            return Matrix.filled(
                    points.rows(),
                    2 * anchors.rows(),
                    memory -> {
                        for (int i = 0; i < points.rows(); i++) {
                            memory.put(cosines.row(i)).put(distances.row(i));
                        }
                    });
        }

        @Override
        public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
            int k = anchors.rows();
            float[] sum = new float[points.rows() * points.cols()];
            for (int p = 0; p < 2; p++) {
                int from = p * k;
                Matrix part =
                        Matrix.filled(
                                points.rows(),
                                k,
                                memory -> {
                                    for (int i = 0; i < points.rows(); i++) {
                                        memory.put(gradient.row(i), from, k);
                                    }
                                });
                float[] back = parts.get(p).pullBack(points, anchors, part).toArray();
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += back[i];
                }
            }
            return Matrix.of(points.rows(), points.cols(), sum);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of(Invariance.ORTHOGONAL, Invariance.PERMUTATION);
        }
    }

    @Test
    void areTrainedAndRestored() {
        SplittableRandom random = new SplittableRandom(3);
        Matrix inputs =
                Matrix.filled(
                        20,
                        6,
                        memory -> {
                            while (memory.hasRemaining()) {
                                memory.put((float) random.nextDouble());
                            }
                        });
        Dense dense = new Dense(Nd4jEngine.start());
        Bottleneck through =
                new Bottleneck.Relative(2, Inputs.of(inputs.rows(0, ANCHORS)), new Both());
        Network network =
                dense.train(
                        new TrainingProblem(
                                new Samples(inputs, new Shape(1, 1, 6), Optional.empty()),
                                Optional.empty(),
                                Objective.RECONSTRUCT,
                                through),
                        Run.quiet(Seed.of(1)));
        Matrix latents = network.encoder().encode(inputs);
        Matrix relative = new Both().compare(latents, network.anchors().orElseThrow());
        assertEquals(2 * ANCHORS, relative.cols());
        Matrix outputs = network.decoder().decode(relative);
        assertEquals(inputs.cols(), outputs.cols());
        assertEquals(outputs, dense.restore(network.state()).decoder().decode(relative));
    }
}
