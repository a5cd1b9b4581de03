package relrep.models.layer;

/**
 * Converts between the order of samples (channel after channel) and the order of layers (the
 * channels of a pixel together). A picture of one channel does not need it.
 *
 * @param volume the picture
 * @param together whether the result has the channels of a pixel together
 */
public record Interleave(Volume volume, boolean together) implements Layer {
    @Override
    public Volume output(Volume input) {
        return volume;
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(this, site);
    }

    private static final class Work implements Kernel {
        private final int channels;
        private final int pixels;
        private final boolean together;
        private final float[] y;
        private final float[] dx;

        Work(Interleave layer, LayerBuffers site) {
            channels = layer.volume.channels();
            pixels = layer.volume.pixels();
            together = layer.together;
            y = site.values(channels * pixels);
            dx = site.inputGradients();
        }

        @Override
        public float[] forward(float[] x, int rows, BatchContext pass) {
            move(x, y, rows, together);
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            if (dx.length > 0) {
                move(gradient, dx, rows, !together);
            }
            return dx;
        }

        private void move(float[] from, float[] to, int rows, boolean toPixels) {
            for (int row = 0; row < rows; row++) {
                int start = row * channels * pixels;
                for (int c = 0; c < channels; c++) {
                    for (int p = 0; p < pixels; p++) {
                        int apart = start + c * pixels + p;
                        int joined = start + p * channels + c;
                        to[toPixels ? joined : apart] = from[toPixels ? apart : joined];
                    }
                }
            }
        }
    }
}
