package relrep.vectors.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a comparison.
 *
 * @param request as typed
 * @param matched how rows were matched, one sentence
 * @param rows how many match
 * @param parting what was learnt from and what was measured
 * @param source what is to be known of the source
 * @param target what is to be known of the target
 * @param anchors of the relative form, where there is one
 * @param aligners what became of each fit
 * @param retrieval what targets find in each way of asking
 * @param metrics what each metric found
 * @param unready why plugins that are installed were not asked, by name
 * @param gates what became of each
 * @param warnings sentences
 * @param failures sentences about plugins that failed or broke their contract
 * @param seed of everything that was drawn
 * @param verdict whether it is worth it, one sentence
 */
public record SpaceComparison(
        Request request,
        String matched,
        int rows,
        Sizes parting,
        SpaceDiagnostics source,
        SpaceDiagnostics target,
        Optional<AnchorsReport> anchors,
        List<AlignerReport> aligners,
        RetrievalReport retrieval,
        List<MetricReport> metrics,
        Map<String, String> unready,
        List<Gate.Outcome> gates,
        List<String> warnings,
        List<String> failures,
        long seed,
        String verdict) {
    /**
     * How many rows were learnt from and how many were measured.
     *
     * @param training learnt from
     * @param trainingOf how many there were to learn from
     * @param heldOut measured
     * @param heldOutOf how many there were to be measured
     */
    public record Sizes(int training, int trainingOf, int heldOut, int heldOutOf) {}

    /** Returns what tables call the source: the file's name, {@code source} where both have one. */
    public String sourceName() {
        return request.sourceName();
    }

    /** Returns what tables call the target. */
    public String targetName() {
        return request.targetName();
    }

    /** Tells whether every gate is met. */
    public boolean met() {
        return gates.stream().allMatch(Gate.Outcome::met);
    }
}
