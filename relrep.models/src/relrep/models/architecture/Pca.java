package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.data.Matrix;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.DecodingProblem;
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
import relrep.kernels.linear.Rows;
import relrep.kernels.linear.SymmetricEigen;
import relrep.models.network.Attributes;
import relrep.models.network.PlainDecoder;
import relrep.models.network.PlainNetwork;
import relrep.nd4j.Nd4jEngine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Principal component analysis in closed form: the latents are the coordinates along the directions
 * of largest variance, in double, by the eigenvectors of the covariance. Of all linear encoders and
 * decoders of that width it has the least error. A decoder alone is the affine map of least squares
 * from the latents given.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "pca",
        description = "principal components in closed form: the best linear autoencoder",
        source = "Pearson 1901; Hotelling 1933; as a linear autoencoder Baldi & Hornik 1989")
public final class Pca implements Architecture, Tunable<Architecture, Pca.Options> {
    private static final String ENCODER = "encoder";
    private static final String DECODER = "decoder";
    private static final int STEPS = 4;

    private final Nd4jEngine engine;
    private final Options options;

    /** Makes the plugin with its default: the mean is removed. */
    @Activate
    public Pca(@Reference Nd4jEngine engine) {
        this(engine, new Options(true));
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
        requireReconstruct(problem.objective());
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
        double[] mean = options.center ? Rows.of(inputs).mean() : new double[inputs.cols()];
        run.step(1, STEPS);
        DoubleMatrix scatter = Gram.of(Rows.of(inputs).minus(mean));
        run.step(2, STEPS);
        Matrix components = SymmetricEigen.of(scatter).vectors().rows(0, width).toMatrix();
        run.step(STEPS, STEPS);
        return network(row(mean), components);
    }

    private Network network(Matrix mean, Matrix components) {
        Matrix zero = row(new double[components.rows()]);
        Matrix transposed = DoubleMatrix.of(components).transpose().toMatrix();
        Affine down = new Affine(mean, transposed, zero);
        Affine up = new Affine(zero, components, mean);
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        down.keep(ENCODER, tensors);
        up.keep(DECODER, tensors);
        return network(down, up, new NetworkState(tensors, Attributes.of(options)));
    }

    private static Network network(Affine down, Affine up, NetworkState state) {
        return new PlainNetwork(new AffineEncoder(down), new AffineDecoder(up), List.of(), state);
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
        double[] before = options.center ? Rows.of(latents).mean() : new double[latents.cols()];
        double[] after = options.center ? Rows.of(samples).mean() : new double[samples.cols()];
        run.step(1, STEPS);
        LeastSquares fit =
                LeastSquares.of(
                        Rows.of(latents).minus(before),
                        Rows.of(samples).minus(after),
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
     * What is decomposed.
     *
     * @param center whether the mean sample is removed first
     */
    public record Options(
            @Option(
                            "whether the mean sample is removed first; without, the first direction"
                                    + " points at it")
                    boolean center) {}
}
