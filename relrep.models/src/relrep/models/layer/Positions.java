package relrep.models.layer;

import java.util.List;

/**
 * Positional embedding: adds a learnt vector to every token, one for each position. The vectors are
 * initially uniform with a standard deviation of 0.02.
 */
public record Positions() implements Layer {
    private static final String NAME = "position";
    private static final double DEVIATION = 0.02;

    @Override
    public Volume output(Volume input) {
        return input;
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        float bound = (float) (DEVIATION * Math.sqrt(3));
        return List.of(new Parameter(NAME, input.pixels(), input.channels(), 0f, bound));
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(site);
    }

    private static final class Work implements Kernel {
        private final int size;
        private final Bias positions;
        private final float[] y;

        Work(LayerBuffers site) {
            size = site.input().size();
            positions = new Bias(site, NAME, size);
            y = site.values(size);
        }

        @Override
        public float[] forward(float[] x, int rows, BatchContext pass) {
            System.arraycopy(x, 0, y, 0, rows * size);
            positions.add(y, rows * size);
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            positions.learn(gradient, rows * size);
            return gradient;
        }
    }
}
