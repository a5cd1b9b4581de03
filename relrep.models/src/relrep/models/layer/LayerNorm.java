package relrep.models.layer;

import relrep.models.memory.FloatBlock;

import java.util.Arrays;
import java.util.List;

/**
 * The channels of each pixel less their mean, divided by their standard deviation, then scaled and
 * shifted by what is learnt (Ba, Kiros and Hinton, 2016). The variance is the biased one. A plain
 * vector is one pixel.
 *
 * @param epsilon added to a variance before its root is taken
 */
public record LayerNorm(double epsilon) implements Layer {
    private static final String SCALE = "scale";
    private static final String SHIFT = "shift";

    /** The usual: 1e-5. */
    public LayerNorm() {
        this(1e-5);
    }

    @Override
    public Volume output(Volume input) {
        return input;
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        return List.of(
                Parameter.constant(SCALE, input.channels(), 1f),
                Parameter.constant(SHIFT, input.channels(), 0f));
    }

    @Override
    public Kernel kernel(Site site) {
        return new Work(epsilon, site);
    }

    private static final class Work implements Kernel {
        private final double epsilon;
        private final Site site;
        private final int channels;
        private final int pixels;
        private final float[] scale;
        private final float[] shift;
        private final float[] scaleGradient;
        private final float[] shiftGradient;
        private final float[] row;
        private final float[] slope;

        /** Normalised inputs, and one over the standard deviation of each pixel. */
        private final float[] normal;

        private final float[] inverse;
        private final float[] y;

        Work(double epsilon, Site site) {
            this.epsilon = epsilon;
            this.site = site;
            channels = site.input().channels();
            pixels = site.input().pixels();
            scale = new float[channels];
            shift = new float[channels];
            scaleGradient = new float[channels];
            shiftGradient = new float[channels];
            row = new float[channels];
            slope = new float[channels];
            normal = site.values(site.input().size());
            inverse = site.values(pixels);
            y = site.values(site.input().size());
        }

        @Override
        public float[] forward(float[] x, int rows, Pass pass) {
            site.parameters().get(SCALE).get(0, scale, 0, channels);
            site.parameters().get(SHIFT).get(0, shift, 0, channels);
            for (int p = 0; p < rows * pixels; p++) {
                System.arraycopy(x, p * channels, row, 0, channels);
                inverse[p] = normalise();
                System.arraycopy(row, 0, normal, p * channels, channels);
                for (int c = 0; c < channels; c++) {
                    row[c] = row[c] * scale[c] + shift[c];
                }
                System.arraycopy(row, 0, y, p * channels, channels);
            }
            return y;
        }

        /** Normalises the row, and returns one over its standard deviation. */
        private float normalise() {
            double sum = 0;
            for (float value : row) {
                sum += value;
            }
            double mean = sum / channels;
            double squares = 0;
            for (float value : row) {
                squares += (value - mean) * (value - mean);
            }
            float factor = (float) (1 / Math.sqrt(squares / channels + epsilon));
            float centre = (float) mean;
            for (int c = 0; c < channels; c++) {
                row[c] = (row[c] - centre) * factor;
            }
            return factor;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            Arrays.fill(scaleGradient, 0f);
            Arrays.fill(shiftGradient, 0f);
            for (int p = 0; p < rows * pixels; p++) {
                System.arraycopy(normal, p * channels, row, 0, channels);
                System.arraycopy(gradient, p * channels, slope, 0, channels);
                for (int c = 0; c < channels; c++) {
                    shiftGradient[c] += slope[c];
                    scaleGradient[c] += slope[c] * row[c];
                    slope[c] *= scale[c];
                }
                pullBack(inverse[p]);
                System.arraycopy(slope, 0, gradient, p * channels, channels);
            }
            put(SCALE, scaleGradient);
            put(SHIFT, shiftGradient);
            return gradient;
        }

        /** Takes from the slope what the mean and the deviation take back. */
        private void pullBack(float factor) {
            double sum = 0;
            double product = 0;
            for (int c = 0; c < channels; c++) {
                sum += slope[c];
                product += slope[c] * row[c];
            }
            float mean = (float) (sum / channels);
            float tilt = (float) (product / channels);
            for (int c = 0; c < channels; c++) {
                slope[c] = factor * (slope[c] - mean - row[c] * tilt);
            }
        }

        private void put(String name, float[] values) {
            FloatBlock gradients = site.gradients().get(name);
            gradients.put(0, values, 0, channels);
        }
    }
}
