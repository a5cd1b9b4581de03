package relrep.similarity.internal;

import relrep.api.data.Matrix;
import relrep.api.run.Seed;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Points and anchors on which arithmetic often fails. */
final class AwkwardInputs {
    /**
     * Points and anchors.
     *
     * @param name what is awkward
     * @param points {@code n × d}, the batch as well
     * @param anchors {@code k × d}
     */
    record Input(String name, Matrix points, Matrix anchors) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A value for each row and column. */
    @FunctionalInterface
    private interface Entry {
        double at(int i, int j);
    }

    private final List<Input> inputs = new ArrayList<>();

    private AwkwardInputs() {}

    static List<Input> all() {
        AwkwardInputs all = new AwkwardInputs();
        all.shapes();
        all.degenerate();
        all.ties();
        all.sizes();
        all.places();
        return all.inputs;
    }

    /** Adds what one rule makes, of so many points and anchors. */
    private void add(String name, int n, int k, int d, Entry entry) {
        Matrix both = matrix(n + k, d, entry);
        inputs.add(new Input(name, both.rows(0, n), both.rows(n, n + k)));
    }

    private static Matrix matrix(int n, int d, Entry entry) {
        float[] values = new float[n * d];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) entry.at(i / d, i % d);
        }
        return Matrix.of(n, d, values);
    }

    private static Entry normal(String name) {
        RandomGenerator random = Seed.of(7).branch(name).random();
        return (i, j) -> random.nextGaussian();
    }

    private static Entry integers(int bound) {
        RandomGenerator random = Seed.of(7).branch("integers " + bound).random();
        return (i, j) -> random.nextInt(-bound, bound + 1);
    }

    private void shapes() {
        add("plain", 40, 9, 6, normal("plain"));
        add("fewer points than coordinates", 4, 3, 20, normal("few"));
        add("more anchors than coordinates", 30, 50, 5, normal("many"));
        add("as many anchors as coordinates", 30, 7, 7, normal("as many"));
        add("one anchor", 30, 1, 6, normal("one anchor"));
        add("two points", 2, 4, 3, normal("two"));
        add("one point", 1, 4, 3, normal("one"));
        add("one point and one anchor", 1, 1, 3, normal("single"));
        add("one coordinate", 30, 5, 1, normal("narrow"));
        add("many coordinates", 20, 30, 100, normal("wide"));
        add("many points", 700, 20, 10, normal("long"));
        add("no point", 0, 4, 3, normal("none"));
    }

    private void degenerate() {
        Entry plain = normal("degenerate");
        add("two directions of six", 40, 9, 6, plane(2));
        add("one direction of six", 40, 9, 6, plane(1));
        add("equal points", 20, 5, 6, (i, j) -> i < 20 ? .1 * (j + 1) : plain.at(i, j));
        add("equal anchors", 20, 5, 6, (i, j) -> i < 20 ? plain.at(i, j) : .1 * (j + 1));
        add("all equal", 20, 5, 6, (i, j) -> .1 * (j + 1));
        add("all zero", 20, 5, 6, (i, j) -> 0);
        add("zero points among others", 20, 5, 6, (i, j) -> i % 3 == 0 ? 0 : plain.at(i, j));
        add("zero anchors", 20, 5, 6, (i, j) -> i < 20 ? plain.at(i, j) : 0);
        add("a constant coordinate", 30, 5, 6, (i, j) -> j == 2 ? .1 : plain.at(i, j));
        add("one coordinate that varies", 30, 5, 6, (i, j) -> j == 2 ? plain.at(i, j) : .1);
        add("two equal coordinates", 30, 5, 6, equalColumns());
        Matrix points = matrix(20, 6, plain);
        inputs.add(new Input("points that are anchors", points, points));
        inputs.add(new Input("anchors twice", points, points.select(0, 1, 0, 1, 0)));
        inputs.add(new Input("points twice", points.select(twice()), points.rows(0, 5)));
        inputs.add(new Input("opposites", points, matrix(20, 6, (i, j) -> -points.get(i, j))));
    }

    private static int[] twice() {
        int[] rows = new int[30];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i / 2;
        }
        return rows;
    }

    /** Rows of {@code r} directions. */
    private static Entry plane(int r) {
        Entry plain = normal("plane " + r);
        Matrix weights = matrix(60, r, plain);
        Matrix axes = matrix(r, 6, plain);
        return (i, j) -> {
            double sum = 0;
            for (int t = 0; t < r; t++) {
                sum += weights.get(i, t) * axes.get(t, j);
            }
            return sum;
        };
    }

    private static Entry equalColumns() {
        Matrix plain = matrix(40, 6, normal("equal columns"));
        return (i, j) -> plain.get(i, j == 4 ? 1 : j);
    }

    private void ties() {
        add("small whole numbers", 40, 9, 6, integers(2));
        add("whole numbers", 40, 9, 6, integers(50));
        add("bits", 40, 9, 8, (i, j) -> (i * 37 + j * 11) % 7 < 3 ? 1 : 0);
        add("whole numbers in one coordinate", 30, 5, 1, integers(4));
        add("one hot", 20, 6, 6, (i, j) -> i % 6 == j ? 1 : 0);
        add("signs", 30, 8, 7, (i, j) -> (i * 31 + j * 17) % 5 < 2 ? 1 : -1);
        add("permutations of one row", 12, 12, 3, (i, j) -> 1 + (i * 5 + j * (1 + i % 2)) % 3);
    }

    @SuppressWarnings("IdentityBinaryExpression") // each call draws another number
    private void sizes() {
        Entry plain = normal("sizes");
        for (double scale : new double[] {1e-36, 1e-30, 1e-20, 1e-16, 1e12, 1e20, 1e30, 1e36}) {
            add("times %.0e".formatted(scale), 40, 9, 6, (i, j) -> scale * plain.at(i, j));
        }
        add(
                "rows from 1e-30 to 1e30",
                31,
                31,
                6,
                (i, j) -> Math.pow(10, 2 * (i % 31) - 30) * plain.at(i, j));
        add(
                "coordinates of very different spread",
                60,
                9,
                3,
                (i, j) -> Math.pow(10, 3.3 * (j - 1)) * plain.at(i, j));
        add("heavy tails", 60, 9, 6, (i, j) -> plain.at(i, j) / plain.at(i, j));
        add("heavier tails", 60, 9, 6, (i, j) -> Math.exp(4 * plain.at(i, j)));
        add("one row far out", 40, 9, 6, (i, j) -> plain.at(i, j) * (i == 3 ? 1e6 : 1));
        add("nothing below zero", 40, 9, 6, (i, j) -> Math.max(0, plain.at(i, j)));
        add("mostly zero", 40, 9, 12, (i, j) -> Math.max(0, plain.at(i, j) - 1.2));
    }

    private void places() {
        Entry plain = normal("places");
        add("a narrow cone", 40, 9, 6, (i, j) -> 100 + plain.at(i, j));
        add("far from the origin", 40, 9, 6, (i, j) -> 1e6 + Math.round(16 * plain.at(i, j)) / 16.);
        Matrix points = matrix(20, 6, plain);
        Matrix near = matrix(20, 6, (i, j) -> points.get(i, j) * (1 + 1e-5 * plain.at(i, j)));
        inputs.add(new Input("anchors close to points", points, near));
        Matrix closer = matrix(20, 6, (i, j) -> Math.nextUp(points.get(i, j)));
        inputs.add(new Input("anchors as close as can be", points, closer));
    }
}
