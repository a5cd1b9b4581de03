package relrep.vectors.compare;

import relrep.api.data.Matrix;

/**
 * The images of the held-out rows under an aligner, in both directions.
 *
 * @param aligner as written
 * @param source the source mapped to the target, null where there is a reason
 * @param target the target mapped to the source, null where there is a reason
 * @param reason why there is no map to the target, one sentence, or empty
 * @param backReason why there is no map to the source, one sentence, or empty
 */
record HeldOutImages(
        String aligner, Matrix source, Matrix target, String reason, String backReason) {
    static HeldOutImages absent(String aligner, String reason) {
        return new HeldOutImages(aligner, null, null, reason, reason);
    }
}
