package relrep.vectors.transform;

/**
 * Which file is expressed by similarities to which anchors.
 *
 * @param points the file of the vectors
 * @param anchors a file of vectors as wide, or of numbers of rows of the points, or an anchor
 *     selector
 * @param similarity as experiments write it, {@code cosine}
 * @param out the file of the result, with a column for each anchor; its ending says its format
 */
public record ProjectRequest(String points, String anchors, String similarity, String out) {}
