package relrep.api.tck;

/**
 * The result of a check.
 *
 * @param law the law
 * @param outcome whether it holds
 * @param reason why the law is broken or was skipped; empty if it holds
 */
public record Verdict(String law, Outcome outcome, String reason) {
    /** The three ways in which a check can end. */
    public enum Outcome {
        /** The law holds. */
        KEPT,
        /** The law does not hold. */
        BROKEN,
        /** The law could not be checked here. */
        SKIPPED
    }
}
