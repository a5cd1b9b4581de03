package relrep.kernels.linear;

/**
 * How far rows reach.
 *
 * @param rank how many singular values count as other than zero
 * @param condition the largest of them over the smallest, or NaN
 */
record Extent(int rank, double condition) {}
