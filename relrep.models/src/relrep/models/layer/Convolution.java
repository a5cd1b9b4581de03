package relrep.models.layer;

import relrep.models.memory.FloatBlock;
import relrep.models.memory.Gemm;

import java.util.Arrays;
import java.util.List;

/**
 * A convolution: every output pixel is the product of a matrix with a window of the picture, plus a
 * constant.
 *
 * @param channels the channels of the output
 * @param kernel the height and width of the window
 * @param stride the pixels from one window to the next
 * @param pad the pixels of zeros around the picture
 */
public record Convolution(int channels, int kernel, int stride, int pad) implements Layer {
    private static final String WEIGHT = "weight";

    @Override
    public Volume output(Volume input) {
        return new Volume(along(input.height()), along(input.width()), channels);
    }

    private int along(int size) {
        return (size + 2 * pad - kernel) / stride + 1;
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        int fanIn = kernel * kernel * input.channels();
        return List.of(
                Parameter.spread(WEIGHT, fanIn, channels, fanIn),
                Parameter.spread(Bias.NAME, 1, channels, fanIn));
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        Volume output = output(site.input());
        return new Work(
                site,
                new Patches(site.input(), kernel, stride, pad, output.height(), output.width()),
                channels);
    }

    private static final class Work implements Kernel {
        private final Patches patches;
        private final int in;
        private final int out;
        private final int chunk;
        private final WorkerContext lane;
        private final boolean wanted;
        private final FloatBlock weight;
        private final FloatBlock weightGradient;
        private final Bias bias;
        private final float[] y;
        private final float[] dx;
        private float[] x;

        Work(LayerBuffers site, Patches patches, int out) {
            this.patches = patches;
            this.out = out;
            in = site.input().size();
            chunk = patches.chunk(site.capacity());
            lane = site.lane();
            wanted = site.wanted();
            weight = site.parameters().get(WEIGHT);
            weightGradient = site.gradients().get(WEIGHT);
            bias = new Bias(site, out);
            y = site.values(patches.count() * out);
            dx = site.inputGradients();
            lane.scratch().reserve(0, chunk * patches.count() * patches.length());
            lane.scratch().reserve(1, chunk * patches.count() * out);
        }

        private void gather(int low, int n) {
            for (int i = 0; i < n; i++) {
                patches.gather(x, (low + i) * in, lane.scratch().block(0), i * patches.count());
            }
        }

        @Override
        public float[] forward(float[] inputs, int rows, BatchContext pass) {
            x = inputs;
            FloatBlock windows = lane.scratch().block(0);
            FloatBlock outputs = lane.scratch().block(1);
            int count = patches.count();
            for (int low = 0; low < rows; low += chunk) {
                int n = Math.min(chunk, rows - low);
                gather(low, n);
                Gemm.product(n * count, out, patches.length(), windows, weight, 0, outputs);
                outputs.get(0, y, low * count * out, n * count * out);
            }
            bias.add(y, rows * count * out);
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            FloatBlock windows = lane.scratch().block(0);
            FloatBlock outputs = lane.scratch().block(1);
            int count = patches.count();
            int length = patches.length();
            Arrays.fill(dx, 0f);
            for (int low = 0; low < rows; low += chunk) {
                int n = Math.min(chunk, rows - low);
                int pixels = n * count;
                gather(low, n);
                outputs.put(0, gradient, low * count * out, pixels * out);
                float beta = low == 0 ? 0 : 1;
                Gemm.transposedProduct(length, out, pixels, windows, outputs, beta, weightGradient);
                if (wanted) {
                    Gemm.productTransposed(pixels, length, out, outputs, weight, 0, windows);
                    for (int i = 0; i < n; i++) {
                        patches.scatter(windows, i * count, dx, (low + i) * in);
                    }
                }
            }
            bias.learn(gradient, rows * count * out);
            return dx;
        }
    }
}
