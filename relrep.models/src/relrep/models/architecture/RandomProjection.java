package relrep.models.architecture;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Seed;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/**
 * An encoder that is not trained: a Gaussian matrix that the seed alone decides. Its latents keep
 * distances approximately. A network that is worth its training does better.
 */
@Component(service = Encoder.class)
@Plugin(
        name = "random-projection",
        description = "a random linear map of the samples, never trained: a control for encoders",
        source = "Johnson & Lindenstrauss, Contemporary Mathematics 26, 1984")
public final class RandomProjection implements Encoder, Tunable<Encoder, RandomProjection.Options> {
    private final Options options;

    /**
     * The options.
     *
     * @param width of the latents
     * @param seed of the matrix
     */
    public record Options(
            @Option(value = "width of the latents", min = 1, max = 65_536) int width,
            @Option(value = "seed of the matrix", min = 0) long seed) {
        /** Checks the ranges of all numbers. */
        public Options {
            new Range(Options.class).require("width", width).require("seed", seed);
        }
    }

    /** Makes it with its defaults. */
    public RandomProjection() {
        this(new Options(48, 1));
    }

    private RandomProjection(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public RandomProjection with(Options other) {
        return new RandomProjection(other);
    }

    @Override
    public int width() {
        return options.width();
    }

    @Override
    public Matrix encode(Inputs inputs) {
        Matrix samples = inputs.numbers();
        float[] weights = weights(samples.cols());
        return Matrix.filled(
                samples.rows(),
                options.width(),
                latents -> {
                    for (int i = 0; i < samples.rows(); i++) {
                        latents.put(image(samples.row(i), weights));
                    }
                });
    }

    private float[] image(float[] sample, float[] weights) {
        double[] sum = new double[options.width()];
        for (int j = 0; j < sample.length; j++) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += (double) sample[j] * weights[j * sum.length + k];
            }
        }
        float[] image = new float[sum.length];
        FloatBuffer values = FloatBuffer.wrap(image);
        for (double value : sum) {
            values.put((float) value);
        }
        return image;
    }

    /** Returns the matrix, {@code d × width}, with entries of variance 1 / width. */
    private float[] weights(int d) {
        RandomGenerator random =
                Seed.of(options.seed()).branch("random projection of " + d).random();
        float[] weights = new float[d * options.width()];
        double scale = 1 / Math.sqrt(options.width());
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (scale * random.nextGaussian());
        }
        return weights;
    }
}
