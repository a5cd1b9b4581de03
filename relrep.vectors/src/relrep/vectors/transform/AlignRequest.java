package relrep.vectors.transform;

import relrep.vectors.file.KeyChoice;

import java.util.List;
import java.util.Optional;

/**
 * A request to fit a map from the vectors of one file to those of another.
 *
 * @param source the file of the vectors to map
 * @param target the file of the vectors to map them to
 * @param aligner as experiments write it, {@code ridge(lambda=2)}
 * @param anchors the rows that it is fitted on: a file with row numbers of the source, or an anchor
 *     selector; all rows where absent
 * @param keys how rows are matched; by order where absent
 * @param labels a file with the class of each row of the source, for aligners that need classes
 * @param transforms what prepares both spaces before the fit, in this order, each fitted on the
 *     matched rows of its side
 */
public record AlignRequest(
        String source,
        String target,
        String aligner,
        Optional<String> anchors,
        Optional<KeyChoice> keys,
        Optional<String> labels,
        List<String> transforms) {
    /** Keeps a copy of the transforms. */
    public AlignRequest {
        transforms = List.copyOf(transforms);
    }

    /** Returns a request to fit all rows, matched by order. */
    public static AlignRequest of(String source, String target, String aligner) {
        return new AlignRequest(
                source,
                target,
                aligner,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Returns this request with transforms. */
    public AlignRequest with(List<String> others) {
        return new AlignRequest(source, target, aligner, anchors, keys, labels, others);
    }
}
