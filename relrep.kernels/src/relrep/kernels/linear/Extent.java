package relrep.kernels.linear;

/**
 * The rank and the condition number of rows.
 *
 * @param rank the number of singular values that count as nonzero
 * @param condition the largest of them over the smallest, or NaN
 */
record Extent(int rank, double condition) {}
