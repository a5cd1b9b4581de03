package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.DenoisingArchitecture;
import relrep.api.model.Network;
import relrep.api.model.TrainingProblem;
import relrep.api.run.Run;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;

class NoiseChecksTest {
    private static final double RATE = 2e-3;

    @TestFactory
    Stream<DynamicTest> laws() {
        return new CounterExamples()
                .without(new LinearNetwork(RATE))
                .sound("noisy network", new Noisy())
                .broken(
                        "trains without noise as before",
                        new Noisy() {
                            @Override
                            public Network trainOnNoise(TrainingProblem p, double noise, Run run) {
                                return super.trainOnNoise(p, noise + 0.1, run);
                            }
                        })
                .broken(
                        "trains differently on noise, and the same bytes from the same seed",
                        new Noisy() {
                            @Override
                            public Network trainOnNoise(TrainingProblem p, double noise, Run run) {
                                return train(p, run);
                            }
                        })
                .broken(
                        "lets a cancel through on noise",
                        new Noisy() {
                            @Override
                            public Network trainOnNoise(TrainingProblem p, double noise, Run run) {
                                try {
                                    run.step(0, 1);
                                } catch (RuntimeException e) {
                                    run.note("went on");
                                }
                                return super.trainOnNoise(p, noise, Run.quiet(run.seed()));
                            }
                        })
                .tests();
    }

    /** Noise is drawn once a sample, and wanted back: enough for these laws. */
    private static class Noisy extends LinearNetwork implements DenoisingArchitecture {
        Noisy() {
            super(RATE);
        }

        @Override
        public Network trainOnNoise(TrainingProblem problem, double noise, Run run) {
            Samples train = problem.train();
            RandomGenerator random = run.seed().branch("noise").random();
            float[] values = train.inputs().toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (noise * random.nextGaussian());
            }
            Matrix inputs = Matrix.of(train.size(), train.inputs().cols(), values);
            return train(
                    new TrainingProblem(
                            new Samples(inputs, train.shape(), train.labels()),
                            problem.validation(),
                            problem.objective(),
                            problem.bottleneck()),
                    run);
        }
    }
}
