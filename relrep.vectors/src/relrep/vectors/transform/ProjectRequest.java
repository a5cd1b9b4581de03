package relrep.vectors.transform;

import java.util.List;

/**
 * A request to compute the similarities of a file's vectors to anchors.
 *
 * @param points the file of the vectors
 * @param anchors a file of vectors of the same width, a file of row numbers of the points, or an
 *     anchor selector
 * @param similarity as experiments write it, {@code cosine}
 * @param transforms what prepares points and anchors, in this order, fitted on the points
 * @param out the file of the result, with a column for each anchor; its ending selects the format
 */
public record ProjectRequest(
        String points, String anchors, String similarity, List<String> transforms, String out) {
    /** Keeps a copy of the transforms. */
    public ProjectRequest {
        transforms = List.copyOf(transforms);
    }

    /** Makes a request without transforms. */
    public ProjectRequest(String points, String anchors, String similarity, String out) {
        this(points, anchors, similarity, List.of(), out);
    }
}
