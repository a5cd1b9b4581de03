package relrep.vectors.compare;

import java.util.Map;

/**
 * The result of fitting one aligner.
 *
 * @param aligner as written, defaults left out
 * @param pairs the number of pairs that it was fitted on
 * @param diagnostics the numbers that describe the fit from source to target
 * @param backDiagnostics the numbers that describe the fit from target to source
 * @param reason why the aligner could not be fitted, one sentence, or empty
 */
public record AlignerReport(
        String aligner,
        int pairs,
        Map<String, Double> diagnostics,
        Map<String, Double> backDiagnostics,
        String reason) {}
