package relrep.kernels.tile;

import relrep.api.run.Run;
import relrep.kernels.linear.MatrixRows;

import java.util.Arrays;

/**
 * Computes the Euclidean minimum spanning tree by Prim's algorithm without a table of distances.
 * Squared distances are first computed in float32 with an error bound. Those that may be nearer
 * than the best so far are recomputed in double, so the edges are exact. Memory: {@code 12nd}
 * bytes. Its edge lengths are the death times of the 0-dimensional persistent homology of the
 * Vietoris-Rips filtration, in the convention in which two points merge at their distance.
 */
public final class SpanningTree {
    /**
     * The points in a block. Each coordinate of a block is one array, so that the compiler
     * vectorises.
     */
    private static final int BLOCK = 512;

    private static final double UNIT = 0x1p-24;

    /**
     * More than the smallest floats may lose by underflow, and less than any square that matters.
     */
    private static final double UNDERFLOW = 1e-36;

    private final double[] points;
    private final int d;
    private final double scale;
    private final double relative;
    private final double absolute;
    private final float[][][] blocks;
    private final int[] numbers;
    private final double[] gaps;
    private final float[][] bounds;
    private final int[] nearest;
    private final float[] squares = new float[BLOCK];
    private final float[] taken;
    private int last;
    private int left;

    private SpanningTree(MatrixRows points) {
        this.d = points.cols();
        this.points = new double[points.rows() * d];
        points.read(0, points.rows(), this.points);
        this.left = points.rows();
        this.blocks = new float[(left + BLOCK - 1) / BLOCK][d][BLOCK];
        this.bounds = new float[blocks.length][BLOCK];
        this.nearest = new int[blocks.length];
        this.numbers = new int[left];
        this.gaps = new double[left];
        this.taken = new float[d];
        this.scale = scale();
        this.relative = 1 + (d + 8) * UNIT;
        this.absolute = fill() ? 0 : 4 * UNIT * Math.sqrt(d);
        Arrays.fill(gaps, Double.POSITIVE_INFINITY);
        Arrays.fill(nearest, -1);
        for (float[] bound : bounds) {
            Arrays.fill(bound, Float.POSITIVE_INFINITY);
        }
    }

    /** Returns the power of two that scales all coordinates to between -1 and 1. */
    private double scale() {
        double largest = 0;
        for (double value : points) {
            largest = Math.max(largest, Math.abs(value));
        }
        int exponent = largest == 0 ? 0 : Math.getExponent(largest) + 1;
        return Math.scalb(1., Math.min(1000, -exponent));
    }

    /** Copies the scaled coordinates. Returns whether this was exact, without rounding. */
    private boolean fill() {
        boolean exact = true;
        for (int i = 0; i < left; i++) {
            numbers[i] = i;
            for (int t = 0; t < d; t++) {
                double value = points[i * d + t] * scale;
                float rounded = (float) value;
                blocks[i / BLOCK][t][i % BLOCK] = rounded;
                exact &= rounded == value;
            }
        }
        return exact;
    }

    /**
     * Returns the lengths of the edges in rising order, {@code n - 1} of them; in double.
     *
     * @param points {@code n × d}
     */
    public static double[] edges(MatrixRows points, Run run) {
        int n = points.rows();
        double[] edges = new double[Math.max(0, n - 1)];
        SpanningTree tree = new SpanningTree(points);
        int nearest = n - 1;
        for (int i = 0; i < edges.length; i++) {
            tree.take(nearest);
            nearest = tree.nearest();
            edges[i] = Math.sqrt(tree.gaps[nearest]);
            run.step(i + 1L, edges.length);
        }
        Arrays.sort(edges);
        return edges;
    }

    /** Removes a point; the last one moves to its place. */
    private void take(int place) {
        last = numbers[place];
        left--;
        float[][] from = blocks[left / BLOCK];
        float[][] to = blocks[place / BLOCK];
        for (int t = 0; t < d; t++) {
            taken[t] = to[t][place % BLOCK];
            to[t][place % BLOCK] = from[t][left % BLOCK];
        }
        bounds[place / BLOCK][place % BLOCK] = bounds[left / BLOCK][left % BLOCK];
        numbers[place] = numbers[left];
        gaps[place] = gaps[left];
        nearest[place / BLOCK] = -1;
        nearest[left / BLOCK] = -1;
    }

    /**
     * Compares the current distances with those to the point added last. Returns the nearest point.
     */
    private int nearest() {
        int best = -1;
        for (int b = 0; b * BLOCK < left; b++) {
            int count = Math.min(BLOCK, left - b * BLOCK);
            measure(blocks[b], taken, squares);
            if (narrow(b, count) || nearest[b] < 0) {
                nearest[b] = smallest(b * BLOCK, count);
            }
            if (best < 0 || gaps[nearest[b]] < gaps[best]) {
                best = nearest[b];
            }
        }
        return best;
    }

    /** Recomputes in double the distances that may be nearer. Returns whether one was. */
    private boolean narrow(int b, int count) {
        boolean nearer = false;
        float[] bound = bounds[b];
        for (int j = 0; j < count; j++) {
            if (squares[j] <= bound[j]) {
                int place = b * BLOCK + j;
                double square = exact(numbers[place]);
                if (square < gaps[place]) {
                    gaps[place] = square;
                    bound[j] = bound(square);
                    nearer = true;
                }
            }
        }
        return nearer;
    }

    private double exact(int number) {
        int x = number * d;
        int y = last * d;
        double even = 0;
        double odd = 0;
        int t = 0;
        for (; t + 1 < d; t += 2) {
            double u = points[x + t] - points[y + t];
            double v = points[x + t + 1] - points[y + t + 1];
            even += u * u;
            odd += v * v;
        }
        if (t < d) {
            double u = points[x + t] - points[y + t];
            even += u * u;
        }
        return even + odd;
    }

    /** Returns the largest float32 value that a square may have. */
    private float bound(double square) {
        double length = Math.sqrt(square) * scale * relative + absolute;
        return Math.nextUp((float) (length * length + UNDERFLOW));
    }

    private int smallest(int from, int count) {
        int smallest = from;
        for (int j = from + 1; j < from + count; j++) {
            if (gaps[j] < gaps[smallest]) {
                smallest = j;
            }
        }
        return smallest;
    }

    private static void measure(float[][] block, float[] point, float[] squares) {
        Arrays.fill(squares, 0);
        for (int t = 0; t < point.length; t++) {
            add(block[t], point[t], squares);
        }
    }

    private static void add(float[] coordinates, float coordinate, float[] squares) {
        for (int j = 0; j < squares.length; j++) {
            float v = coordinates[j] - coordinate;
            squares[j] += v * v;
        }
    }
}
