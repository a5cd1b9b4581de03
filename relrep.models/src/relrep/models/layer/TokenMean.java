package relrep.models.layer;

import java.util.Arrays;

/** The mean over the tokens of a text, without the padding that follows them. */
public record TokenMean() implements Layer {
    @Override
    public Volume output(Volume input) {
        return Volume.flat(input.channels());
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(site);
    }

    private static final class Work implements Kernel {
        private final LayerBuffers site;
        private final int size;
        private final int channels;
        private final float[] y;
        private final float[] dx;
        private final float[] sum;
        private final float[] token;

        Work(LayerBuffers site) {
            this.site = site;
            size = site.input().size();
            channels = site.input().channels();
            y = site.values(channels);
            dx = site.inputGradients();
            sum = new float[channels];
            token = new float[channels];
        }

        @Override
        public float[] forward(float[] x, int rows, BatchContext pass) {
            for (int row = 0; row < rows; row++) {
                int length = site.lane().tokens().of(row);
                Arrays.fill(sum, 0f);
                for (int i = 0; i < length; i++) {
                    System.arraycopy(x, row * size + i * channels, token, 0, channels);
                    add(sum, token);
                }
                multiply(sum, 1f / length);
                System.arraycopy(sum, 0, y, row * channels, channels);
            }
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            for (int row = 0; row < rows && dx.length > 0; row++) {
                int length = site.lane().tokens().of(row);
                System.arraycopy(gradient, row * channels, sum, 0, channels);
                multiply(sum, 1f / length);
                Arrays.fill(dx, row * size, (row + 1) * size, 0f);
                for (int i = 0; i < length; i++) {
                    System.arraycopy(sum, 0, dx, row * size + i * channels, channels);
                }
            }
            return dx;
        }

        private static void add(float[] x, float[] y) {
            for (int i = 0; i < x.length; i++) {
                x[i] += y[i];
            }
        }

        private static void multiply(float[] x, float factor) {
            for (int i = 0; i < x.length; i++) {
                x[i] *= factor;
            }
        }
    }
}
