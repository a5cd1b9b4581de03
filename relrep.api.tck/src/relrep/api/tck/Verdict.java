package relrep.api.tck;

/**
 * What came of a check.
 *
 * @param law the law that was looked at
 * @param outcome whether it holds
 * @param reason why it is broken or was skipped; empty when it is kept
 */
public record Verdict(String law, Outcome outcome, String reason) {
    /** The three ways in which a check can end. */
    public enum Outcome {
        /** The law holds. */
        KEPT,
        /** The law does not hold. */
        BROKEN,
        /** The law could not be looked at here. */
        SKIPPED
    }
}
