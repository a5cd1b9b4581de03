package relrep.metrics.definition;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.run.Seed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/** Small pairs of spaces on which formulas often fail. */
final class AwkwardInputs {
    /**
     * One of them.
     *
     * @param labels of the rows
     */
    record Input(String name, Matrix x, Matrix y, Labels labels) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What a coordinate of row <i>i</i> becomes. */
    private interface Change {
        double of(int i, int j, double value);
    }

    private static final int N = 40;

    private final List<Input> inputs = new ArrayList<>();

    private AwkwardInputs() {}

    static List<Input> all() {
        AwkwardInputs all = new AwkwardInputs();
        all.shapes();
        all.ranks();
        all.ties();
        all.scales();
        all.labels();
        return all.inputs;
    }

    private void shapes() {
        add("related", N, 5, 5, same(), same());
        add("fewer rows than columns", 10, 20, 20, same(), same());
        add("one row more than columns", 6, 5, 5, same(), same());
        add("two rows more than columns", 7, 5, 5, same(), same());
        add("unequal widths", N, 5, 3, same(), same());
        add("one column", N, 1, 1, same(), same());
        add("one column and four", N, 1, 4, same(), same());
        add("one row", 1, 3, 3, same(), same());
        add("two rows", 2, 3, 3, same(), same());
        add("three rows", 3, 2, 2, same(), same());
        add("four rows", 4, 3, 2, same(), same());
        add("eleven rows", 11, 2, 2, same(), same());
        add("columns nearly as many as rows", N, 37, 36, same(), same());
        Matrix x = get("related").x();
        put("a space and itself", x, x);
        put("a space and another copy", x, x.rows(0, N));
        put("a space upside down", x, x.select(order(N, i -> N - 1 - i)));
        put("a space and its negative", x, map(x, (i, j, value) -> -value));
        put("columns in another order", x, columns(x, 4, 2, 0, 1, 3));
    }

    private void ranks() {
        Matrix x = map(get("related").x(), (i, j, value) -> Math.rint(10 * value));
        Matrix y = map(get("related").y(), (i, j, value) -> Math.rint(10 * value));
        put("a column twice", columns(x, 0, 1, 2, 2), y);
        put("a column that is the sum of others", sum(x), sum(y));
        put("all columns one", columns(x, 1, 1, 1), columns(y, 2, 2, 2));
        put("one row again and again", map(x, (i, j, value) -> x.get(0, j)), y);
        put("both of one row", map(x, (i, j, value) -> .1), map(x, (i, j, value) -> .1));
        put("nothing but zeros", x, map(x, (i, j, value) -> 0));
        put("one constant column", map(x, (i, j, value) -> j == 1 ? .1 : value), y);
        put(
                "all columns constant but one",
                map(x, (i, j, value) -> j == 2 ? value : .3),
                map(y, (i, j, value) -> j == 0 ? value : 7));
        put("a column of zeros", map(x, (i, j, value) -> j == 4 ? 0 : value), y);
    }

    private void ties() {
        Matrix x = get("related").x();
        Matrix y = get("related").y();
        put("half of the rows equal", x.select(order(N, i -> i % 2 == 0 ? 0 : i)), y);
        put("all rows twice", x.select(order(N, i -> i / 2)), y.select(order(N, i -> i / 2)));
        put("zero rows", map(x, (i, j, value) -> i < 15 ? 0 : value), y);
        put(
                "zero rows in both",
                map(x, (i, j, value) -> i < 15 ? 0 : value),
                map(y, (i, j, value) -> i > 5 && i < 20 ? 0 : value));
        add("whole numbers", N, 2, 2, whole(1), whole(1));
        add("small whole numbers", N, 3, 3, whole(.5), whole(.7));
        add("whole numbers on a line", N, 1, 1, whole(2), whole(2));
        add("bits", N, 4, 4, (i, j, value) -> value > 0 ? 1 : 0, (i, j, v) -> v > 0 ? 1 : 0);
        put("rows of one direction", map(x, (i, j, v) -> (1 + i % 7) * (j + 1)), y);
    }

    private void scales() {
        Matrix x = get("related").x();
        Matrix y = get("related").y();
        add("heavy tails", N, 4, 4, tails(), tails());
        put("columns of all scales", map(x, (i, j, v) -> v * Math.pow(10, 3 * j - 6)), y);
        put("rows of all scales", map(x, (i, j, v) -> v * Math.pow(10, i % 7 - 3)), y);
        put("a narrow cone", map(x, (i, j, v) -> v + 30), map(y, (i, j, v) -> v + 30));
        put("far away", map(x, (i, j, v) -> v + 1e4), map(y, (i, j, v) -> v - 3e4));
        put("very far away", map(x, (i, j, v) -> v + 1e5), map(y, (i, j, v) -> v));
        put("tiny", map(x, (i, j, v) -> v * 1e-20), map(y, (i, j, v) -> v * 1e-20));
        put("huge", map(x, (i, j, v) -> v * 1e20), map(y, (i, j, v) -> v * 1e18));
        put(
                "two clusters far apart",
                map(x, (i, j, v) -> v + (i % 2) * 1000),
                map(y, (i, j, v) -> v + (i % 2) * 500));
    }

    private void labels() {
        Matrix x = get("related").x();
        Matrix y = get("related").y();
        labelled("one class", x, y, Labels.of(order(N, i -> 0)));
        labelled("a class of one", x, y, Labels.of(order(N, i -> i == 7 ? 1 : 0)));
        labelled("only classes of one and another", x, y, Labels.of(order(N, i -> Math.min(i, 9))));
        labelled(
                "classes without rows",
                x,
                y,
                Labels.of(List.of("a", "b", "c", "d", "e"), order(N, i -> 1 + 2 * (i % 2))));
    }

    private void add(String name, int n, int d, int m, Change left, Change right) {
        RandomGenerator random = Seed.of(11).branch(name).random();
        double[][] shared = new double[n][Math.max(d, m)];
        for (double[] row : shared) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        float[] x = new float[n * d];
        float[] y = new float[n * m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                x[i * d + j] = (float) left.of(i, j, shared[i][j]);
            }
            for (int j = 0; j < m; j++) {
                double turned = .8 * shared[i][j] - .4 * shared[i][(j + 1) % shared[i].length];
                y[i * m + j] = (float) right.of(i, j, turned + .4 * random.nextGaussian());
            }
        }
        put(name, Matrix.of(n, d, x), Matrix.of(n, m, y));
    }

    private void put(String name, Matrix x, Matrix y) {
        labelled(name, x, y, Labels.of(order(x.rows(), i -> i % 3)));
    }

    private void labelled(String name, Matrix x, Matrix y, Labels labels) {
        inputs.add(new Input(name, x, y, labels));
    }

    private Input get(String name) {
        return inputs.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static int[] order(int n, IntUnaryOperator row) {
        int[] order = new int[n];
        Arrays.setAll(order, row);
        return order;
    }

    private static Change same() {
        return (i, j, value) -> value;
    }

    private static Change whole(double factor) {
        return (i, j, value) -> Math.rint(factor * value);
    }

    private static Change tails() {
        return (i, j, value) -> value * Math.exp(value * value);
    }

    private static Matrix map(Matrix matrix, Change change) {
        float[] values = matrix.toArray();
        for (int t = 0; t < values.length; t++) {
            int d = matrix.cols();
            values[t] = (float) change.of(t / d, t % d, values[t]);
        }
        return Matrix.of(matrix.rows(), matrix.cols(), values);
    }

    private static Matrix columns(Matrix matrix, int... columns) {
        float[] values = new float[matrix.rows() * columns.length];
        for (int t = 0; t < values.length; t++) {
            values[t] = matrix.get(t / columns.length, columns[t % columns.length]);
        }
        return Matrix.of(matrix.rows(), columns.length, values);
    }

    /** The last column is the sum of the others. */
    private static Matrix sum(Matrix matrix) {
        int last = matrix.cols() - 1;
        float[] values = matrix.toArray();
        for (int i = 0; i < matrix.rows(); i++) {
            float sum = 0;
            for (int j = 0; j < last; j++) {
                sum += values[i * (last + 1) + j];
            }
            values[i * (last + 1) + last] = sum;
        }
        return Matrix.of(matrix.rows(), last + 1, values);
    }
}
