package relrep.models.layer;

import relrep.models.memory.FloatBlock;
import relrep.models.memory.Gemm;

import java.util.List;

/**
 * A linear map and its transpose: {@code y = WᵀWx}, with W learnt.
 *
 * @param width the width between the two, the number of rows of W
 */
public record TiedLinear(int width) implements Layer {
    private static final String WEIGHT = "weight";

    @Override
    public Volume output(Volume input) {
        return input;
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        return List.of(Parameter.spread(WEIGHT, width, input.size(), input.size()));
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(site, width);
    }

    private static final class Work implements Kernel {
        private final int size;
        private final int width;
        private final WorkerContext lane;
        private final boolean wanted;
        private final FloatBlock weight;
        private final FloatBlock weightGradient;
        private final float[] y;
        private final float[] dx;
        private float[] x;

        Work(LayerBuffers site, int width) {
            this.width = width;
            size = site.input().size();
            lane = site.lane();
            wanted = site.wanted();
            weight = site.parameters().get(WEIGHT);
            weightGradient = site.gradients().get(WEIGHT);
            y = site.values(size);
            dx = site.inputGradients();
            lane.scratch().reserve(0, site.capacity() * size);
            lane.scratch().reserve(1, site.capacity() * width);
            lane.scratch().reserve(2, site.capacity() * size);
        }

        @Override
        public float[] forward(float[] inputs, int rows, BatchContext pass) {
            x = inputs;
            FloatBlock wide = lane.scratch().block(0);
            wide.put(0, x, 0, rows * size);
            FloatBlock latents = down(wide, rows);
            Gemm.product(rows, size, width, latents, weight, 0, wide);
            wide.get(0, y, 0, rows * size);
            return y;
        }

        private FloatBlock down(FloatBlock wide, int rows) {
            FloatBlock latents = lane.scratch().block(1);
            Gemm.productTransposed(rows, width, size, wide, weight, 0, latents);
            return latents;
        }

        /**
         * Computes gradients. With z = xWᵀ and g the gradient of y: dW = zᵀg + (gWᵀ)ᵀx, dx = gWᵀW.
         */
        @Override
        public float[] backward(float[] gradient, int rows) {
            FloatBlock inputs = lane.scratch().block(0);
            FloatBlock outputs = lane.scratch().block(2);
            inputs.put(0, x, 0, rows * size);
            outputs.put(0, gradient, 0, rows * size);
            Gemm.transposedProduct(
                    width, size, rows, down(inputs, rows), outputs, 0, weightGradient);
            FloatBlock back = down(outputs, rows);
            Gemm.transposedProduct(width, size, rows, back, inputs, 1, weightGradient);
            if (wanted) {
                Gemm.product(rows, size, width, back, weight, 0, inputs);
                inputs.get(0, dx, 0, rows * size);
            }
            return dx;
        }
    }
}
