package relrep.models.layer;

import relrep.models.memory.FloatBlock;
import relrep.models.memory.Gemm;

import java.util.List;

/**
 * Every output is a weighted sum of all inputs, and a constant: {@code y = Wx + b}.
 *
 * @param width the number of outputs
 */
public record Dense(int width) implements Layer {
    private static final String WEIGHT = "weight";

    @Override
    public Volume output(Volume input) {
        return Volume.flat(width);
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        int in = input.size();
        return List.of(
                Parameter.spread(WEIGHT, width, in, in), Parameter.spread(Bias.NAME, 1, width, in));
    }

    @Override
    public Kernel kernel(Site site) {
        return new Work(site, width);
    }

    private static final class Work implements Kernel {
        private final int in;
        private final int out;
        private final Lane lane;
        private final boolean wanted;
        private final FloatBlock weight;
        private final FloatBlock weightGradient;
        private final Bias bias;
        private final float[] y;
        private final float[] dx;
        private float[] x;

        Work(Site site, int out) {
            this.out = out;
            in = site.input().size();
            lane = site.lane();
            wanted = site.wanted();
            weight = site.parameters().get(WEIGHT);
            weightGradient = site.gradients().get(WEIGHT);
            bias = new Bias(site, out);
            y = site.values(out);
            dx = site.inputGradients();
            lane.scratch().reserve(0, site.capacity() * in);
            lane.scratch().reserve(1, site.capacity() * out);
        }

        @Override
        public float[] forward(float[] inputs, int rows, Pass pass) {
            x = inputs;
            FloatBlock a = lane.scratch().block(0);
            FloatBlock c = lane.scratch().block(1);
            a.put(0, x, 0, rows * in);
            Gemm.productTransposed(rows, out, in, a, weight, 0, c);
            c.get(0, y, 0, rows * out);
            bias.add(y, rows * out);
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            FloatBlock a = lane.scratch().block(0);
            FloatBlock c = lane.scratch().block(1);
            a.put(0, x, 0, rows * in);
            c.put(0, gradient, 0, rows * out);
            Gemm.transposedProduct(out, in, rows, c, a, 0, weightGradient);
            bias.learn(gradient, rows * out);
            if (wanted) {
                Gemm.product(rows, in, out, c, weight, 0, a);
                a.get(0, dx, 0, rows * in);
            }
            return dx;
        }
    }
}
