package relrep.runtime.cell;

/**
 * The specification of training through similarities to anchors, end to end.
 *
 * @param how the anchors and the similarity
 * @param every the anchors are embedded again after this many steps
 * @param normalised whether the decoder normalises each row of similarities
 */
public record EndToEndSpec(RelativeSpec how, int every, boolean normalised) {
    @Override
    public String toString() {
        return how.similarity()
                + " to "
                + how.anchors().selector()
                + (every == 1 ? "" : " every " + every + " steps")
                + (normalised ? ", normalised" : "");
    }
}
