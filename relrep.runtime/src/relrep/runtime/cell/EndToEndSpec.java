package relrep.runtime.cell;

/**
 * A similarity to anchors through which a network is trained, end to end.
 *
 * @param how anchors and similarity
 * @param every steps after which the anchors pass the encoder again
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
