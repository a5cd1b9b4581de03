package relrep.kernels.tile;

import relrep.api.run.Run;
import relrep.kernels.linear.Rows;

import java.util.Arrays;

/**
 * The Euclidean minimum spanning tree, by Prim's algorithm without any table of distances. Its edge
 * lengths are the death times of the 0-dimensional persistent homology of the Vietoris-Rips
 * filtration, in the convention in which two points merge at their distance.
 */
public final class SpanningTree {
    /** Points a block; one array a coordinate and block, so that the compiler vectorises. */
    private static final int BLOCK = 256;

    private final int d;
    private final double[][][] blocks;
    private final double[] gaps;
    private int left;

    private SpanningTree(Rows points) {
        this.d = points.cols();
        this.left = points.rows();
        this.blocks = new double[(left + BLOCK - 1) / BLOCK][d][BLOCK];
        this.gaps = new double[left];
        Arrays.fill(gaps, Double.POSITIVE_INFINITY);
        double[] row = new double[d];
        for (int i = 0; i < left; i++) {
            points.read(i, i + 1, row);
            for (int t = 0; t < d; t++) {
                blocks[i / BLOCK][t][i % BLOCK] = row[t];
            }
        }
    }

    /**
     * Returns the lengths of the edges in rising order, {@code n - 1} of them; in double.
     *
     * @param points {@code n × d}
     */
    public static double[] edges(Rows points, Run run) {
        int n = points.rows();
        double[] edges = new double[Math.max(0, n - 1)];
        SpanningTree tree = new SpanningTree(points);
        int nearest = n - 1;
        for (int i = 0; i < edges.length; i++) {
            double[] point = tree.take(nearest);
            nearest = tree.nearest(point);
            edges[i] = Math.sqrt(tree.gaps[nearest]);
            run.step(i + 1L, edges.length);
        }
        Arrays.sort(edges);
        return edges;
    }

    /** Takes a point out; the last one moves to its place. */
    private double[] take(int number) {
        double[] point = new double[d];
        left--;
        double[][] from = blocks[left / BLOCK];
        double[][] to = blocks[number / BLOCK];
        for (int t = 0; t < d; t++) {
            point[t] = to[t][number % BLOCK];
            to[t][number % BLOCK] = from[t][left % BLOCK];
        }
        gaps[number] = gaps[left];
        return point;
    }

    /** Compares the gaps with the distances to a new point of the tree; returns the nearest. */
    private int nearest(double[] point) {
        double[] squares = new double[BLOCK];
        double smallest = Double.POSITIVE_INFINITY;
        int nearest = 0;
        for (int from = 0; from < left; from += BLOCK) {
            Arrays.fill(squares, 0);
            for (int t = 0; t < d; t++) {
                add(blocks[from / BLOCK][t], point[t], squares);
            }
            for (int j = from; j < Math.min(left, from + BLOCK); j++) {
                gaps[j] = Math.min(gaps[j], squares[j - from]);
                if (gaps[j] < smallest) {
                    smallest = gaps[j];
                    nearest = j;
                }
            }
        }
        return nearest;
    }

    private static void add(double[] coordinates, double coordinate, double[] squares) {
        for (int j = 0; j < squares.length; j++) {
            double v = coordinates[j] - coordinate;
            squares[j] += v * v;
        }
    }
}
