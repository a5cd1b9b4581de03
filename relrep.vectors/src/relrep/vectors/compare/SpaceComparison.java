package relrep.vectors.compare;

import relrep.workbench.plugins.Expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a comparison.
 *
 * @param request as typed
 * @param transforms what prepared both spaces, defaults left out
 * @param matched how rows were matched, one sentence
 * @param rows the number of matched rows
 * @param parting the sizes of the training part and the held-out part
 * @param source the diagnostics of the source
 * @param target the diagnostics of the target
 * @param anchors the anchors of the relative representation, if there is one
 * @param aligners the result of each fit
 * @param retrieval the results of each way of asking
 * @param metrics the results of each metric
 * @param unready why some installed plugins were not used, by name
 * @param gates the result of each gate
 * @param warnings one sentence each
 * @param failures sentences about plugins that failed or broke their contract
 * @param seed the seed of everything random
 * @param verdict the conclusion, one sentence
 */
public record SpaceComparison(
        Request request,
        List<Expression> transforms,
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
     * The numbers of rows for training and for measuring.
     *
     * @param training rows used for training
     * @param trainingOf training rows without the limit
     * @param heldOut rows measured
     * @param heldOutOf held-out rows without the limit
     */
    public record Sizes(int training, int trainingOf, int heldOut, int heldOutOf) {}

    /**
     * Returns the source's name in tables: the file's name, or {@code source} if both files have
     * the same name.
     */
    public String sourceName() {
        return request.sourceName();
    }

    /** Returns the target's name in tables. */
    public String targetName() {
        return request.targetName();
    }

    /** Returns whether every gate is met. */
    public boolean met() {
        return gates.stream().allMatch(Gate.Outcome::met);
    }
}
