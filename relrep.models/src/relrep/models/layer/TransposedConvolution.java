package relrep.models.layer;

import relrep.models.memory.FloatBlock;
import relrep.models.memory.Gemm;

import java.util.List;

/**
 * A transposed convolution: every input pixel is spread over a window of the output, and overlaps
 * are added.
 *
 * @param channels the channels of the output
 * @param kernel the height and width of the window
 * @param stride the pixels of the output from one window to the next
 * @param pad the pixels cut off around the output
 */
public record TransposedConvolution(int channels, int kernel, int stride, int pad)
        implements Layer {
    private static final String WEIGHT = "weight";

    @Override
    public Volume output(Volume input) {
        return new Volume(along(input.height()), along(input.width()), channels);
    }

    private int along(int size) {
        return (size - 1) * stride - 2 * pad + kernel;
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        int fan = kernel * kernel * channels;
        return List.of(
                Parameter.spread(WEIGHT, input.channels(), fan, fan),
                Parameter.spread(Bias.NAME, 1, channels, fan));
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        Volume input = site.input();
        Volume output = output(input);
        return new Work(
                site,
                new Patches(output, kernel, stride, pad, input.height(), input.width()),
                output);
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

        Work(LayerBuffers site, Patches patches, Volume output) {
            this.patches = patches;
            in = site.input().channels();
            out = output.size();
            chunk = patches.chunk(site.capacity());
            lane = site.lane();
            wanted = site.wanted();
            weight = site.parameters().get(WEIGHT);
            weightGradient = site.gradients().get(WEIGHT);
            bias = new Bias(site, output.channels());
            y = site.values(out);
            dx = site.inputGradients();
            lane.scratch().reserve(0, chunk * patches.count() * patches.length());
            lane.scratch().reserve(1, chunk * patches.count() * in);
            lane.scratch().reserve(2, chunk * patches.count() * in);
        }

        @Override
        public float[] forward(float[] inputs, int rows, BatchContext pass) {
            x = inputs;
            FloatBlock windows = lane.scratch().block(0);
            FloatBlock pixels = lane.scratch().block(1);
            int count = patches.count();
            bias.fill(y, rows * out);
            for (int low = 0; low < rows; low += chunk) {
                int n = Math.min(chunk, rows - low);
                pixels.put(0, x, low * count * in, n * count * in);
                Gemm.product(n * count, patches.length(), in, pixels, weight, 0, windows);
                for (int i = 0; i < n; i++) {
                    patches.scatter(windows, i * count, y, (low + i) * out);
                }
            }
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            FloatBlock windows = lane.scratch().block(0);
            FloatBlock pixels = lane.scratch().block(1);
            FloatBlock inputs = lane.scratch().block(2);
            int count = patches.count();
            int length = patches.length();
            for (int low = 0; low < rows; low += chunk) {
                int n = Math.min(chunk, rows - low);
                for (int i = 0; i < n; i++) {
                    patches.gather(gradient, (low + i) * out, windows, i * count);
                }
                pixels.put(0, x, low * count * in, n * count * in);
                float beta = low == 0 ? 0 : 1;
                Gemm.transposedProduct(
                        in, length, n * count, pixels, windows, beta, weightGradient);
                if (wanted) {
                    Gemm.productTransposed(n * count, in, length, windows, weight, 0, inputs);
                    inputs.get(0, dx, low * count * in, n * count * in);
                }
            }
            bias.learn(gradient, rows * out);
            return dx;
        }
    }
}
