package relrep.models.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.DecodingProblem;
import relrep.api.model.DenoisingArchitecture;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.nd4j.Nd4jEngine;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Tests architectures that train on noise or on the layers of another architecture. */
class InnerArchitectureTest {
    private static final Nd4jEngine ENGINE = Nd4jEngine.start();
    private static final int SIZE = 6;
    private static final int SAMPLES = 400;

    /** Normal samples whose variances fall from coordinate to coordinate: 4, 1, then 0.01. */
    private static TrainingProblem problem(int width) {
        SplittableRandom random = new SplittableRandom(4);
        float[] values = new float[SAMPLES * SIZE];
        for (int i = 0; i < values.length; i++) {
            int j = i % SIZE;
            values[i] = (float) (5 + (j == 0 ? 2 : j == 1 ? 1 : 0.1) * random.nextGaussian());
        }
        Samples samples =
                new Samples(
                        Matrix.of(SAMPLES, SIZE, values), new Shape(1, 1, SIZE), Optional.empty());
        return new TrainingProblem(
                samples, Optional.empty(), Objective.RECONSTRUCT, new Bottleneck.Absolute(width));
    }

    private static Run run() {
        return Run.quiet(Seed.of(3));
    }

    private static Pca tied(int epochs) {
        return new Pca(ENGINE)
                .with(
                        new Pca.Options(
                                true, PcaFit.TIED, new TrainingOptions(epochs, 400, 1e-2, 0, 0)));
    }

    private static double error(Network network, Matrix samples) {
        float[] x = samples.toArray();
        float[] y = network.decoder().decode(network.encoder().encode(samples)).toArray();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += ((double) x[i] - y[i]) * ((double) x[i] - y[i]);
        }
        return sum / x.length;
    }

    /** Another basis of the same plane: its error is that of the closed form, to a percent. */
    @Test
    void tiedWeightsFindTheSubspaceOfTheClosedFormButNotItsAxes() {
        TrainingProblem problem = problem(2);
        Matrix samples = problem.train().inputs();
        Network closed = new Pca(ENGINE).train(problem, run());
        Network tied = tied(1500).train(problem, run());
        double least = error(closed, samples);
        assertEquals(least, error(tied, samples), 0.01 * least);
        Matrix weights = tied.state().tensors().get("encoder.weights");
        assertTrue(
                Math.abs(weights.get(0, 0)) > 0.05 && Math.abs(weights.get(1, 0)) > 0.05,
                "both rows should have a part of the first axis, which only the closed form"
                        + " splits");
        assertEquals(
                DoubleMatrix.of(weights).transpose().toMatrix(),
                tied.state().tensors().get("decoder.weights"));
    }

    /**
     * With noise of variance 1 the axis of variance v comes back v / (v + 1) as long: 0.8 and 0.5,
     * up to what 400 draws differ from their distribution.
     */
    @Test
    void theClosedFormOnNoiseShrinksEachDirection() {
        DenoisingArchitecture pca = new Pca(ENGINE);
        Matrix up = pca.trainOnNoise(problem(2), 1, run()).state().tensors().get("decoder.weights");
        assertEquals(0.8, length(up, 0), 0.03);
        assertEquals(0.5, length(up, 1), 0.05);
        Matrix learnt =
                tied(800)
                        .trainOnNoise(problem(2), 1, run())
                        .state()
                        .tensors()
                        .get("decoder.weights");
        assertTrue(length(learnt, 0) < 0.99 && length(learnt, 1) < 0.99, "trained on noise");
    }

    private static double length(Matrix rows, int i) {
        double sum = 0;
        for (float value : rows.row(i)) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    @Test
    void noNoiseIsTrainingAsUsual() {
        for (DenoisingArchitecture each :
                new DenoisingArchitecture[] {
                    new Dense(ENGINE), new Pca(ENGINE), tied(2), new Vae(vaes())
                }) {
            NetworkState usual = each.train(problem(2), run()).state();
            assertSame(usual, each.trainOnNoise(problem(2), 0, run()).state());
            assertNotEquals(bytes(usual), bytes(each.trainOnNoise(problem(2), 0.3, run()).state()));
        }
    }

    private static OurPlugins vaes() {
        return new OurPlugins().with("conv", new Dense(ENGINE));
    }

    private static String bytes(NetworkState state) {
        StringBuilder all = new StringBuilder();
        state.tensors()
                .forEach(
                        (name, t) ->
                                all.append(name).append(java.util.Arrays.toString(t.toArray())));
        return all.toString();
    }

    private static void assertSame(NetworkState a, NetworkState b) {
        assertEquals(bytes(a), bytes(b));
        assertEquals(a.attributes(), b.attributes());
    }

    @Test
    void denoisingSaysWhatItWasTrainedWithAndRestoresByThat() {
        OurPlugins plugins = new OurPlugins();
        Denoising denoising = new Denoising(plugins);
        Network network = denoising.train(problem(2), run());
        Map<String, String> attributes = network.state().attributes();
        assertEquals("dense", attributes.get("denoising.inner"));
        assertEquals("0.3", attributes.get("denoising.noise"));
        Network same = denoising.with(new Denoising.Options("pca", 0)).restore(network.state());
        Matrix samples = problem(2).train().inputs();
        assertEquals(network.encoder().encode(samples), same.encoder().encode(samples));
    }

    @Test
    void everyArchitectureOfLayersTakesNoiseAndRandomLatents() {
        Shape shape = new Shape(1, 4, 4);
        float[] values = new float[20 * 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 5 / 5f;
        }
        Samples samples = new Samples(Matrix.of(20, 16, values), shape, Optional.empty());
        TrainingProblem problem =
                new TrainingProblem(
                        samples,
                        Optional.empty(),
                        Objective.RECONSTRUCT,
                        new Bottleneck.Absolute(3));
        OurPlugins plugins = new OurPlugins().with("vit", new Vit(ENGINE));
        for (String inner : new String[] {"dense", "conv", "vit"}) {
            Network vae =
                    new Vae(plugins)
                            .with(new Vae.Options(inner, 1, Vae.Likelihood.CALIBRATED))
                            .train(problem, run());
            assertEquals(3, vae.encoder().encode(samples.inputs()).cols(), inner);
            Network clean =
                    new Denoising(plugins)
                            .with(new Denoising.Options(inner, 0.3))
                            .train(problem, run());
            int last = clean.history().size() - 1;
            assertTrue(
                    clean.history().get(last).trainLoss() < clean.history().get(0).trainLoss(),
                    inner);
        }
    }

    /** Latents that explain nothing fall back to the prior when the divergence weighs a lot. */
    @Test
    void theWeightOfTheDivergencePressesLatentsToZero() {
        Matrix samples = problem(2).train().inputs();
        double free = spread(vae(0).train(problem(2), run()), samples);
        double pressed = spread(vae(1e3).train(problem(2), run()), samples);
        assertTrue(pressed < 0.1 && free > 5 * pressed, free + " and " + pressed);
    }

    private static Vae vae(double weight) {
        return new Vae(new OurPlugins())
                .with(new Vae.Options("dense", weight, Vae.Likelihood.CALIBRATED));
    }

    private static double spread(Network network, Matrix samples) {
        double sum = 0;
        float[] latents = network.encoder().encode(samples).toArray();
        for (float value : latents) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum / latents.length);
    }

    @Test
    void whatCannotBeInnerIsRefused() {
        OurPlugins plugins = new OurPlugins().with("odd", new Odd());
        assertEquals(
                "denoising needs an inner architecture that can be trained on noisy samples, which"
                        + " 'odd' cannot; conv, dense, vit and pca can",
                refusal(new Denoising(plugins).with(new Denoising.Options("odd", 0.3))));
        assertEquals(
                "vae needs an inner architecture that consists of layers, which 'pca' does not;"
                        + " conv, dense and vit do",
                refusal(
                        new Vae(plugins)
                                .with(new Vae.Options("pca", 1, Vae.Likelihood.CALIBRATED))));
    }

    private static String refusal(Architecture architecture) {
        return assertThrows(
                        InvalidInputException.class, () -> architecture.train(problem(2), run()))
                .getMessage();
    }

    /** A third-party architecture without support for noise. */
    private static final class Odd implements Architecture {
        @Override
        public Network train(TrainingProblem problem, Run run) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Network restore(NetworkState state) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TrainedDecoder restoreDecoder(NetworkState state) {
            throw new UnsupportedOperationException();
        }
    }
}
