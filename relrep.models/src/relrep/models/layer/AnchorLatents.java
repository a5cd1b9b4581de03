package relrep.models.layer;

import relrep.api.data.Matrix;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;

/**
 * The latents of fixed anchors as a stack in training has them, and what compares with them. They
 * are renewed between batches, by one thread; nothing learns through them.
 */
public final class AnchorLatents {
    private final int count;
    private final DifferentiableSimilarity similarity;
    private Matrix learning;
    private Matrix looking;
    private Similarity calibrated;

    /**
     * Waits for the first latents.
     *
     * @param count <i>k</i>
     * @param similarity not calibrated: one with statistics takes them from each batch
     */
    public AnchorLatents(int count, DifferentiableSimilarity similarity) {
        this.count = count;
        this.similarity = similarity;
    }

    /** Returns how many similarities a sample has: <i>k</i>, or a multiple of it. */
    int columns() {
        return similarity.columns(count);
    }

    /**
     * Takes what batches that are trained on are compared with.
     *
     * @param latents {@code k × d}
     */
    public void learnWith(Matrix latents) {
        learning = latents;
    }

    /**
     * Takes what samples that are only looked at are compared with; statistics come from there.
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

    /** Returns the gradient of latents that were trained on, {@code n × d}. */
    Matrix pullBack(Matrix latents, Matrix gradient) {
        return similarity.pullBack(latents, learning, gradient);
    }
}
