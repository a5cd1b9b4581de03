package relrep.models.layer;

import relrep.api.data.Matrix;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;

/**
 * The latents of fixed anchors during training, and the similarity to them. One thread updates them
 * between batches. No gradient flows to them.
 */
public final class AnchorLatents {
    private final int count;
    private final DifferentiableSimilarity similarity;
    private Matrix learning;
    private DifferentiableSimilarity still;
    private Matrix looking;
    private Similarity calibrated;

    /**
     * Makes it without latents.
     *
     * @param count <i>k</i>
     * @param similarity not calibrated: one with statistics takes them from each batch
     */
    public AnchorLatents(int count, DifferentiableSimilarity similarity) {
        this.count = count;
        this.similarity = similarity;
    }

    /** Returns the number of similarities per sample: <i>k</i>, or a multiple of it. */
    public int columns() {
        return similarity.columns(count);
    }

    /**
     * Sets the latents for training batches.
     *
     * @param latents {@code k × d}
     */
    public void learnWith(Matrix latents) {
        learning = latents;
        still = null;
    }

    /**
     * Sets the latents for inference; the similarity takes its statistics from them.
     *
     * @param latents {@code k × d}
     */
    public void lookWith(Matrix latents) {
        looking = latents;
        calibrated = similarity.calibrate(latents);
    }

    /** Returns the similarities of latents, {@code n × k}. */
    Matrix compare(Matrix latents, BatchContext pass) {
        if (pass.gradients()) {
            return pass.training() ? similarity.compare(latents, learning) : compareStill(latents);
        }
        return calibrated.compare(latents, looking);
    }

    /** Returns the gradient of the latents of a batch, {@code n × d}. */
    Matrix pullBack(Matrix latents, Matrix gradient, BatchContext pass) {
        return pass.training()
                ? similarity.pullBack(latents, learning, gradient)
                : pullBackStill(latents, gradient);
    }

    /**
     * Returns the similarities of latents that are no training batch, {@code n × k}, to the latents
     * of the anchors in training. The similarity takes its statistics from these.
     */
    public Matrix compareStill(Matrix latents) {
        return still().compare(latents, learning);
    }

    /** Returns the gradient of the latents of {@link #compareStill}, {@code n × d}. */
    public Matrix pullBackStill(Matrix latents, Matrix gradient) {
        return still().pullBack(latents, learning, gradient);
    }

    private DifferentiableSimilarity still() {
        if (still == null) {
            still = (DifferentiableSimilarity) similarity.calibrate(learning);
        }
        return still;
    }
}
