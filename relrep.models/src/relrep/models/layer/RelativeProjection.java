package relrep.models.layer;

import relrep.api.data.Matrix;

import java.nio.FloatBuffer;

/**
 * A relative projection as a layer: the similarities of each sample's values to the latents of
 * anchors (Moschella et al., ICLR 2023, equation 1). It has no parameters. Gradients flow to the
 * samples but not to the anchors. A similarity takes its statistics from one thread's share of the
 * batch.
 *
 * @param anchors the latents of the anchors, and the similarity
 */
public record RelativeProjection(AnchorLatents anchors) implements Layer {
    @Override
    public Volume output(Volume input) {
        return Volume.flat(anchors.columns());
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(site, anchors);
    }

    private static final class Work implements Kernel {
        private final AnchorLatents anchors;
        private final int in;
        private final int out;
        private final float[] y;
        private final float[] dx;
        private float[] x;
        private BatchContext pass;

        Work(LayerBuffers site, AnchorLatents anchors) {
            this.anchors = anchors;
            in = site.input().size();
            out = anchors.columns();
            y = site.values(out);
            dx = site.inputGradients();
        }

        private static Matrix matrix(float[] values, int rows, int cols) {
            return Matrix.wrap(rows, cols, FloatBuffer.wrap(values, 0, rows * cols));
        }

        @Override
        public float[] forward(float[] inputs, int rows, BatchContext context) {
            x = inputs;
            pass = context;
            if (rows > 0) {
                anchors.compare(matrix(x, rows, in), pass).buffer().get(y, 0, rows * out);
            }
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            if (dx.length > 0 && rows > 0) {
                anchors.pullBack(matrix(x, rows, in), matrix(gradient, rows, out), pass)
                        .buffer()
                        .get(dx, 0, rows * in);
            }
            return dx;
        }
    }
}
