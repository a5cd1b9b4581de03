package relrep.models.training;

import relrep.api.data.Matrix;
import relrep.models.layer.BatchContext;
import relrep.models.layer.Kernel;
import relrep.models.layer.WorkerContext;
import relrep.models.memory.FloatBlock;
import relrep.models.memory.Memory;

import java.nio.FloatBuffer;
import java.util.List;

/** Embeds anchors by the first layers of a stack with the current weights. */
final class Embedding {
    private static final int BLOCK = 64;

    private final Anchored anchored;
    private final List<Kernel> kernels;
    private final float[] block;

    /**
     * Makes it, with kernels of its own.
     *
     * @param parameters the parameters of the whole stack
     * @param statistics the statistics of the whole stack
     */
    Embedding(Anchored anchored, FloatBlock parameters, FloatBlock statistics, Memory memory) {
        this.anchored = anchored;
        block = new float[BLOCK * anchored.encoder().input().size()];
        kernels =
                anchored.encoder()
                        .kernels(BLOCK, parameters, statistics, WorkerContext.alone(memory));
    }

    /** Embeds the anchors for training, if this step is due. */
    void learn(long step) {
        if (step % anchored.every() == 0) {
            anchored.latents().learnWith(latents());
        }
    }

    /** Embeds the anchors for inference. */
    void look() {
        anchored.latents().lookWith(latents());
    }

    private Matrix latents() {
        return Matrix.filled(
                anchored.samples().rows(),
                anchored.encoder().output().size(),
                latents -> fill(anchored.samples().buffer(), latents));
    }

    private void fill(FloatBuffer samples, FloatBuffer latents) {
        int in = anchored.encoder().input().size();
        int out = anchored.encoder().output().size();
        while (samples.hasRemaining()) {
            int rows = Math.min(BLOCK, samples.remaining() / in);
            samples.get(block, 0, rows * in);
            float[] values = block;
            for (Kernel kernel : kernels) {
                values = kernel.forward(values, rows, BatchContext.LOOK);
            }
            latents.put(values, 0, rows * out);
        }
    }
}
