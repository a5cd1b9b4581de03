package relrep.penalties;

import java.util.Arrays;

/**
 * The minimum spanning tree of points. The lengths of its edges are the times at which connected
 * components die when balls grow around the points: the death times of the Vietoris-Rips complex in
 * dimension 0.
 */
final class SpanningTree {
    private final int[] parents;
    private final double[] lengths;

    private SpanningTree(int[] parents, double[] lengths) {
        this.parents = parents;
        this.lengths = lengths;
    }

    /**
     * Returns the tree, by Prim's algorithm from the first point. Of equally near points the first
     * is taken.
     *
     * @param values the coordinates of the points, row after row
     */
    static SpanningTree of(float[] values, int points, int width, Distance distance) {
        int[] parents = new int[points];
        double[] lengths = new double[points];
        Arrays.fill(lengths, Double.POSITIVE_INFINITY);
        boolean[] joined = new boolean[points];
        int last = 0;
        for (int count = 1; count < points; count++) {
            joined[last] = true;
            int nearest = -1;
            for (int i = 0; i < points; i++) {
                if (joined[i]) {
                    continue;
                }
                double length = distance.between(values, last * width, i * width, width);
                if (length < lengths[i]) {
                    lengths[i] = length;
                    parents[i] = last;
                }
                if (nearest < 0 || lengths[i] < lengths[nearest]) {
                    nearest = i;
                }
            }
            last = nearest;
        }
        return new SpanningTree(parents, lengths);
    }

    /** Returns the number of edges. Edge <i>i</i> joins point <i>i + 1</i> to its parent. */
    int edges() {
        return Math.max(0, parents.length - 1);
    }

    /** Returns the length of an edge. */
    double length(int edge) {
        return lengths[edge + 1];
    }

    /** Returns the point that an edge joins to another. */
    int from(int edge) {
        return edge + 1;
    }

    /** Returns the other point of an edge. */
    int to(int edge) {
        return parents[edge + 1];
    }
}
