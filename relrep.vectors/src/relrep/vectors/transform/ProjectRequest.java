package relrep.vectors.transform;

/**
 * A request to compute the similarities of a file's vectors to anchors.
 *
 * @param points the file of the vectors
 * @param anchors a file of vectors of the same width, a file of row numbers of the points, or an
 *     anchor selector
 * @param similarity as experiments write it, {@code cosine}
 * @param out the file of the result, with a column for each anchor; its ending selects the format
 */
public record ProjectRequest(String points, String anchors, String similarity, String out) {}
