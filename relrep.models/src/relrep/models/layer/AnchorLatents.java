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
    int columns() {
        return similarity.columns(count);
    }

    /**
     * Sets the latents for training batches.
     *
     * @param latents {@code k × d}
     */
    public void learnWith(Matrix latents) {
        learning = latents;
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
        return pass.training()
                ? similarity.compare(latents, learning)
                : calibrated.compare(latents, looking);
    }

    /** Returns the gradient of the latents of a training batch, {@code n × d}. */
    Matrix pullBack(Matrix latents, Matrix gradient) {
        return similarity.pullBack(latents, learning, gradient);
    }
}
