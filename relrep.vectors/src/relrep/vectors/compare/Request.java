package relrep.vectors.compare;

import relrep.api.run.InvalidInputException;
import relrep.vectors.file.KeyChoice;

import java.util.List;
import java.util.Optional;

/**
 * What is to be compared, and how, as typed.
 *
 * @param source a file of vectors
 * @param target another one
 * @param keys how rows are matched; by order where absent
 * @param labels a file with the class of each row of the source
 * @param anchors an anchor selector or a file with numbers of rows of the source
 * @param similarity of the relative form
 * @param metrics all that are installed where empty
 * @param aligners all that are installed where empty
 * @param gates bounds that numbers must keep
 * @param holdout share of the rows that is measured, above 0 and below 1
 * @param bootstrap how often values of single samples are drawn again
 * @param most rows that are learnt from, and that are measured
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
        List<String> gates,
        double holdout,
        int bootstrap,
        int most) {
    private static final int FEWEST_DRAWS = 20;

    /** Requires numbers in their ranges. */
    public Request {
        metrics = List.copyOf(metrics);
        aligners = List.copyOf(aligners);
        gates = List.copyOf(gates);
        if (!(holdout > 0 && holdout < 1)) {
            throw new InvalidInputException(
                    "--holdout must be above 0 and below 1, not %s".formatted(holdout));
        }
        if (bootstrap < FEWEST_DRAWS) {
            throw new InvalidInputException(
                    "--bootstrap must be at least %d, not %d".formatted(FEWEST_DRAWS, bootstrap));
        }
        if (most < 2) {
            throw new InvalidInputException("--rows must be at least 2, not %d".formatted(most));
        }
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
