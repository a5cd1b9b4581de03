package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.data.Matrix;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.DecodingProblem;
import relrep.api.model.DenoisingArchitecture;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Gram;
import relrep.kernels.linear.LeastSquares;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.linear.SymmetricEigen;
import relrep.models.layer.InputNoise;
import relrep.models.layer.Stack;
import relrep.models.layer.TiedLinear;
import relrep.models.layer.Volume;
import relrep.models.network.Attributes;
import relrep.models.network.History;
import relrep.models.network.PlainDecoder;
import relrep.models.network.PlainNetwork;
import relrep.models.training.Examples;
import relrep.models.training.MeanSquares;
import relrep.models.training.Training;
import relrep.models.training.TrainingResult;
import relrep.nd4j.Nd4jEngine;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The architecture {@code pca}: principal component analysis in closed form. The latents are the
 * coordinates along the directions of largest variance, the eigenvectors of the covariance, in
 * double. Among all linear encoders and decoders of that width it has the least error. A decoder
 * alone is the affine least squares map from the given latents.
 *
 * <p>With {@code fit=tied} the same subspace is found by gradient descent, by a linear autoencoder
 * whose decoder is the encoder's transpose. Its latents span the same space as those of the closed
 * form, but need not lie along the principal axes.
 *
 * <p>On noisy samples of variance σ² the best decoder shrinks the direction of eigenvalue λ by
 * {@code λ / (λ + σ²)}; the latents do not change.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "pca",
        description =
                "principal components: the best linear autoencoder, in closed form or trained",
        source =
                "Pearson 1901; Hotelling 1933; as a linear autoencoder Baldi & Hornik 1989; with"
                        + " tied weights as Lancione has it")
public final class Pca implements DenoisingArchitecture, Tunable<Architecture, Pca.Options> {
    private static final String ENCODER = "encoder";
    private static final String DECODER = "decoder";
    private static final String HISTORY = "history";
    private static final int STEPS = 4;

    private final Nd4jEngine engine;
    private final Options options;

    /** Makes the plugin with its default: the mean is removed. */
    @Activate
    public Pca(@Reference Nd4jEngine engine) {
        this(engine, Options.DEFAULT);
    }

    private Pca(Nd4jEngine engine, Options options) {
        this.engine = engine;
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Pca with(Options other) {
        return new Pca(engine, other);
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        return trainOnNoise(problem, 0, run);
    }

    @Override
    public Network trainOnNoise(TrainingProblem problem, double noise, Run run) {
        requireReconstruct(problem.objective());
        problem.requireNoPenalties("pca");
        if (!(problem.bottleneck() instanceof Bottleneck.Absolute)) {
            throw new InvalidInputException(
                    "pca cannot be trained through a similarity, only its decoder on relative"
                            + " latents; conv and dense can");
        }
        Matrix inputs = problem.train().inputs().requireFinite("what a network is trained on");
        int width = problem.bottleneck().width();
        if (width > inputs.cols() || inputs.rows() == 0) {
            throw new InvalidInputException(
                    "pca needs at least 1 sample and at least as many coordinates as the width %d, not %s"
                            .formatted(width, inputs));
        }
        run.step(0, STEPS);
        double[] mean = options.center ? MatrixRows.of(inputs).mean() : new double[inputs.cols()];
        run.step(1, STEPS);
        return options.fit == PcaFit.CLOSED
                ? closed(inputs, mean, width, noise, run)
                : tied(problem, mean, width, noise, run);
    }

    private Network closed(Matrix inputs, double[] mean, int width, double noise, Run run) {
        DoubleMatrix scatter = Gram.of(MatrixRows.of(inputs).minus(mean));
        run.step(2, STEPS);
        SymmetricEigen eigen = SymmetricEigen.of(scatter);
        DoubleMatrix components = eigen.vectors().rows(0, width);
        double[] up = components.toArray();
        double spread = noise * noise * inputs.rows();
        for (int i = 0; i < up.length && spread > 0; i++) {
            double value = Math.max(0, eigen.values()[i / inputs.cols()]);
            up[i] *= value / (value + spread);
        }
        run.step(STEPS, STEPS);
        Matrix back = DoubleMatrix.of(width, inputs.cols(), up).toMatrix();
        return network(row(mean), components.toMatrix(), back, List.of());
    }

    private Network tied(TrainingProblem problem, double[] mean, int width, double noise, Run run) {
        Volume samples = Volume.flat(mean.length);
        Stack stack = new Stack(samples, List.of(new TiedLinear(width)));
        if (noise > 0) {
            stack = new Stack(samples, List.of(new InputNoise(noise))).then(stack);
        }
        TrainingResult fitted =
                new Training(stack, options.training().regimen(), 1)
                        .fit(
                                examples(problem.train().inputs(), mean),
                                problem.validation().map(s -> examples(s.inputs(), mean)),
                                run);
        Matrix weights = Matrix.of(width, mean.length, fitted.weights().parameters());
        return network(row(mean), weights, weights, fitted.history());
    }

    private static Examples examples(Matrix inputs, double[] mean) {
        inputs.requireFinite("what a network is trained on");
        Matrix centred =
                Matrix.filled(
                        inputs.rows(),
                        inputs.cols(),
                        memory -> {
                            FloatBuffer values = inputs.buffer();
                            for (int i = 0; i < inputs.rows() * mean.length; i++) {
                                memory.put((float) (values.get(i) - mean[i % mean.length]));
                            }
                        });
        return new Examples(centred, new MeanSquares(centred));
    }

    private Network network(Matrix mean, Matrix components, Matrix back, List<Epoch> history) {
        Matrix zero = row(new double[components.rows()]);
        Matrix transposed = DoubleMatrix.of(components).transpose().toMatrix();
        Affine down = new Affine(mean, transposed, zero);
        Affine up = new Affine(zero, back, mean);
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        down.keep(ENCODER, tensors);
        up.keep(DECODER, tensors);
        Map<String, String> attributes = new LinkedHashMap<>(Attributes.of(options));
        attributes.put(HISTORY, History.write(history));
        return network(down, up, new NetworkState(tensors, attributes));
    }

    private static Network network(Affine down, Affine up, NetworkState state) {
        List<Epoch> history = History.read(new Attributes(state.attributes()).get(HISTORY));
        return new PlainNetwork(new AffineEncoder(down), new AffineDecoder(up), history, state);
    }

    private static Matrix row(double[] values) {
        return DoubleMatrix.of(1, values.length, values).toMatrix();
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        requireReconstruct(problem.objective());
        Matrix latents = problem.latents().requireFinite("the latents");
        Matrix samples = problem.train().inputs().requireFinite("what a network is trained on");
        if (latents.rows() == 0) {
            throw new InvalidInputException("pca needs at least 1 sample, there is none");
        }
        run.step(0, STEPS);
        double[] before =
                options.center ? MatrixRows.of(latents).mean() : new double[latents.cols()];
        double[] after =
                options.center ? MatrixRows.of(samples).mean() : new double[samples.cols()];
        run.step(1, STEPS);
        LeastSquares fit =
                LeastSquares.of(
                        MatrixRows.of(latents).minus(before),
                        MatrixRows.of(samples).minus(after),
                        0,
                        LeastSquares.FLOAT_TOLERANCE);
        run.step(STEPS, STEPS);
        Affine up = new Affine(row(before), fit.weights().toMatrix(), row(after));
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        up.keep(DECODER, tensors);
        return decoder(up, new NetworkState(tensors, Attributes.of(options)));
    }

    private static TrainedDecoder decoder(Affine up, NetworkState state) {
        return new PlainDecoder(new AffineDecoder(up), List.of(), state);
    }

    @Override
    public Network restore(NetworkState state) {
        return network(Affine.of(ENCODER, state), Affine.of(DECODER, state), state);
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        return decoder(Affine.of(DECODER, state), state);
    }

    private static void requireReconstruct(Objective objective) {
        if (objective != Objective.RECONSTRUCT) {
            throw new InvalidInputException(
                    "pca can only reconstruct, not classify; conv and dense can do both");
        }
    }

    /**
     * The options of {@code pca}.
     *
     * @param center whether the mean sample is removed first
     * @param fit the method: in closed form or by gradient descent
     * @param training the options of training
     */
    public record Options(
            @Option(
                            "whether the mean sample is removed first; without, the first direction"
                                    + " points at it")
                    boolean center,
            @Option(
                            "closed: the principal axes, by eigenvectors; tied: the same subspace"
                                + " by gradient, as a linear autoencoder with tied weights, trained"
                                + " as the options after this one say")
                    PcaFit fit,
            TrainingOptions training) {
        private static final Options DEFAULT =
                new Options(true, PcaFit.CLOSED, TrainingOptions.of(20));
    }
}
