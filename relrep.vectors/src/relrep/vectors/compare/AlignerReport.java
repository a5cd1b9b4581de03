package relrep.vectors.compare;

import java.util.Map;

/**
 * What became of the fit of an aligner.
 *
 * @param aligner as written, defaults left out
 * @param pairs on how many it was fitted
 * @param diagnostics what the fit from source to target tells about itself
 * @param backDiagnostics what the fit from target to source tells about itself
 * @param reason why there is none, one sentence, or empty
 */
public record AlignerReport(
        String aligner,
        int pairs,
        Map<String, Double> diagnostics,
        Map<String, Double> backDiagnostics,
        String reason) {}
