package relrep.models.layer;

import relrep.models.memory.FloatBlock;
import relrep.models.memory.Gemm;

/** The kernel of {@code y = Wx + b}, for one or several x per sample. */
final class LinearMap implements Kernel {
    static final String WEIGHT = "weight";

    private final int pixels;
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

    /**
     * Makes the kernel.
     *
     * @param pixels the number of x per sample
     * @param in the size of x
     * @param out the size of y
     */
    LinearMap(LayerBuffers site, int pixels, int in, int out) {
        this.pixels = pixels;
        this.in = in;
        this.out = out;
        chunk = BatchTile.of(site.capacity(), pixels, BatchTile.ROWS);
        lane = site.lane();
        wanted = site.wanted();
        weight = site.parameters().get(WEIGHT);
        weightGradient = site.gradients().get(WEIGHT);
        bias = new Bias(site, out);
        y = site.values(pixels * out);
        dx = site.inputGradients();
        lane.scratch().reserve(0, chunk * pixels * in);
        lane.scratch().reserve(1, chunk * pixels * out);
    }

    @Override
    public float[] forward(float[] inputs, int rows, BatchContext pass) {
        x = inputs;
        FloatBlock a = lane.scratch().block(0);
        FloatBlock c = lane.scratch().block(1);
        for (int low = 0; low < rows; low += chunk) {
            int n = Math.min(chunk, rows - low) * pixels;
            a.put(0, x, low * pixels * in, n * in);
            Gemm.productTransposed(n, out, in, a, weight, 0, c);
            c.get(0, y, low * pixels * out, n * out);
        }
        bias.add(y, rows * pixels * out);
        return y;
    }

    @Override
    public float[] backward(float[] gradient, int rows) {
        FloatBlock a = lane.scratch().block(0);
        FloatBlock c = lane.scratch().block(1);
        for (int low = 0; low < Math.max(1, rows); low += chunk) {
            int n = Math.min(chunk, rows - low) * pixels;
            a.put(0, x, low * pixels * in, n * in);
            c.put(0, gradient, low * pixels * out, n * out);
            Gemm.transposedProduct(out, in, n, c, a, low == 0 ? 0 : 1, weightGradient);
            if (wanted) {
                Gemm.product(n, in, out, c, weight, 0, a);
                a.get(0, dx, low * pixels * in, n * in);
            }
        }
        bias.learn(gradient, rows * pixels * out);
        return dx;
    }
}
