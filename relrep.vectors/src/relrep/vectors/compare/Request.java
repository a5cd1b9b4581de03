package relrep.vectors.compare;

import relrep.api.run.InvalidInputException;
import relrep.vectors.file.KeyChoice;

import java.util.List;
import java.util.Optional;

/**
 * A request to compare two files, with its options as typed.
 *
 * @param source a file of vectors
 * @param target the other file of vectors
 * @param keys how rows are matched; by order where absent
 * @param labels a file with the class of each row of the source
 * @param anchors an anchor selector or a file with numbers of rows of the source
 * @param similarity the similarity of the relative representation
 * @param metrics all that are installed where empty
 * @param aligners all that are installed where empty
 * @param transforms what prepares both spaces, in this order, each fitted on the training part of
 *     its side
 * @param gates bounds for numbers of the comparison
 * @param holdout share of the rows that is measured, above 0 and below 1
 * @param bootstrap the number of bootstrap draws
 * @param most the greatest number of rows for training, and of rows for measuring
 */
public record Request(
        String source,
        String target,
        Optional<KeyChoice> keys,
        Optional<String> labels,
        Optional<String> anchors,
        String similarity,
        List<String> metrics,
        List<String> aligners,
        List<String> transforms,
        List<String> gates,
        double holdout,
        int bootstrap,
        int most) {
    private static final int FEWEST_DRAWS = 20;
    private static final double USUAL_HOLDOUT = 0.2;
    private static final int USUAL_DRAWS = 1000;
    private static final int USUAL_ROWS = 10_000;

    /** Checks the ranges of the numbers. */
    public Request {
        metrics = List.copyOf(metrics);
        aligners = List.copyOf(aligners);
        transforms = List.copyOf(transforms);
        gates = List.copyOf(gates);
        if (!(holdout > 0 && holdout < 1)) {
            throw InvalidInputException.of(
                    "held-out share", "must be above 0 and below 1, not %s".formatted(holdout));
        }
        if (bootstrap < FEWEST_DRAWS) {
            throw InvalidInputException.of(
                    "draws", "must be at least %d, not %d".formatted(FEWEST_DRAWS, bootstrap));
        }
        if (most < 2) {
            throw InvalidInputException.of(
                    "most rows", "must be at least 2, not %d".formatted(most));
        }
    }

    /**
     * Returns a request with the defaults: rows matched by order, 300 random anchors, cosine, all
     * metrics, all aligners that are not trained, a fifth held out, 1000 bootstrap draws, at most
     * 10000 rows.
     */
    public static Request of(String source, String target) {
        return new Request(
                source,
                target,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "cosine",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                USUAL_HOLDOUT,
                USUAL_DRAWS,
                USUAL_ROWS);
    }

    /** Returns this request with only these metrics and aligners. */
    public Request with(List<String> wantedMetrics, List<String> wantedAligners) {
        return new Request(
                source,
                target,
                keys,
                labels,
                anchors,
                similarity,
                wantedMetrics,
                wantedAligners,
                transforms,
                gates,
                holdout,
                bootstrap,
                most);
    }

    /** Returns this request with transforms. */
    public Request with(List<String> wantedTransforms) {
        return new Request(
                source,
                target,
                keys,
                labels,
                anchors,
                similarity,
                metrics,
                aligners,
                wantedTransforms,
                gates,
                holdout,
                bootstrap,
                most);
    }

    String sourceName() {
        return name(source, target, "source");
    }

    String targetName() {
        return name(target, source, "target");
    }

    private static String name(String file, String other, String role) {
        String last = last(file);
        return last.equals(last(other)) ? role : last;
    }

    private static String last(String file) {
        return file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
    }
}
