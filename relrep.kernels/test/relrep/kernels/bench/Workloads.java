package relrep.kernels.bench;

import relrep.api.data.Anchors;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Gram;
import relrep.kernels.linear.LeastSquares;
import relrep.kernels.linear.Procrustes;
import relrep.kernels.linear.Rows;
import relrep.kernels.tile.AffineMap;
import relrep.kernels.tile.ClassNeighbours;
import relrep.kernels.tile.Closeness;
import relrep.kernels.tile.LinearCka;
import relrep.kernels.tile.Moments;
import relrep.kernels.tile.Neighbours;
import relrep.kernels.tile.Projection;
import relrep.kernels.tile.Ranks;
import relrep.kernels.tile.RowCosines;
import relrep.kernels.tile.Silhouette;
import relrep.kernels.tile.SpanningTree;
import relrep.kernels.tile.Standardisation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The workloads by the names that the peers' scripts have for them. */
final class Workloads {
    private static final Run RUN = Run.quiet(Seed.of(1));
    private static final Map<String, Integer> SIZES =
            Map.of(
                    "300", 300, "2k", 2000, "5k", 5000, "10k", 10_000, "50k", 50_000, "60k", 60_000,
                    "100k", 100_000);
    private static final double EPSILON = 1e-5;

    private final Path inputs;

    Workloads(Path inputs) {
        this.inputs = inputs;
    }

    /** Reads the inputs, and returns what is to be timed: its answer is a matrix or a number. */
    Supplier<Object> prepare(String workload) {
        String[] parts = workload.split("/");
        int n = SIZES.get(parts[1]);
        String d = parts[2];
        return switch (parts[0]) {
            case "proj-cos", "proj-rob", "proj-euc" ->
                    projection(
                            parts[0],
                            floats("x" + d, n),
                            floats("anchors" + d, Integer.parseInt(parts[3])));
            case "jaccard10" -> jaccard(floats("knn" + d + "_x", n), floats("knn" + d + "_y", n));
            case "mrr" -> mrr(floats("rel300_x", n), floats("rel300_y", n));
            case "cosidx" -> cosines(floats("knn" + d + "_x", n), floats("knn" + d + "_y", n));
            case "cka" -> cka(floats("knn" + d + "_x", n), floats("knn" + d + "_y", n));
            case "silhouette" -> silhouette(floats("cls" + d + "_src", n), d);
            case "rigid" -> rigid(pair(d, "src", n), pair(d, "dst", n));
            case "linear" -> linear(pair(d, "src", n), pair(d, "dst", n));
            case "icp" ->
                    closestPoints(
                            floats("cls" + d + "_src", n),
                            floats("cls" + d + "_dst", n),
                            labels(d).select(IntStream.range(0, n).toArray()));
            case "ph0" -> tree(floats("cls" + d + "_src", n));
            default -> throw new IllegalArgumentException("unknown workload " + workload);
        };
    }

    private Matrix floats(String name, int rows) {
        return Npy.read(inputs.resolve(name + ".npy")).floats().rows(0, rows);
    }

    private Rows pair(String d, String side, int n) {
        return Rows.of(floats("pair" + d + "_" + side, n));
    }

    /** The fit alone; the plugins tell a few diagnostics more. */
    private static Supplier<Object> rigid(Rows x, Rows y) {
        return () -> {
            DoubleMatrix cross = Gram.of(x.minus(x.mean()), y.minus(y.mean()));
            return Procrustes.of(cross, true).rotation().toMatrix();
        };
    }

    private static Supplier<Object> linear(Rows x, Rows y) {
        double tolerance = LeastSquares.FLOAT_TOLERANCE;
        return () -> LeastSquares.of(x, y, 0, tolerance).weights().toMatrix();
    }

    private static Supplier<Object> projection(String kind, Matrix x, Matrix anchors) {
        Projection projection = Projection.create();
        return switch (kind) {
            case "proj-cos" -> () -> projection.cosine(x, anchors);
            case "proj-euc" -> () -> projection.euclidean(x, anchors);
            default ->
                    () -> {
                        Moments moments = Moments.of(x);
                        double[] factor =
                                Arrays.stream(moments.variance())
                                        .map(v -> 1 / Math.sqrt(v + EPSILON))
                                        .toArray();
                        return projection.cosine(
                                x, anchors, Standardisation.of(moments.mean(), factor));
                    };
        };
    }

    /** Self included, each in its own space: the convention of the peers' scripts. */
    private static Supplier<Object> jaccard(Matrix x, Matrix y) {
        return () -> {
            Neighbours here = Neighbours.among(x, x, 10, Closeness.COSINE, RUN);
            Neighbours there = Neighbours.among(y, y, 10, Closeness.COSINE, RUN);
            double sum = 0;
            for (int i = 0; i < x.rows(); i++) {
                double shared = here.shared(there, i);
                sum += shared / (20 - shared);
            }
            return sum / x.rows();
        };
    }

    private static Supplier<Object> mrr(Matrix x, Matrix y) {
        return () ->
                Arrays.stream(Ranks.of(x, y, Closeness.COSINE, RUN))
                        .mapToDouble(rank -> 1. / rank)
                        .average()
                        .orElseThrow();
    }

    private static Supplier<Object> cosines(Matrix x, Matrix y) {
        return () -> Arrays.stream(RowCosines.of(Rows.of(x), Rows.of(y))).average().orElseThrow();
    }

    private static Supplier<Object> cka(Matrix x, Matrix y) {
        return () -> LinearCka.of(x, y, RUN);
    }

    private Supplier<Object> silhouette(Matrix x, String d) {
        Labels labels = labels(d);
        return () -> Arrays.stream(Silhouette.of(x, labels, RUN)).average().orElseThrow();
    }

    private Labels labels(String d) {
        return Labels.of(Npy.read(inputs.resolve("cls" + d + "_labels.npy")).ints());
    }

    /** Class means, then ten times the nearest of the class and a rigid map; no diagnostics. */
    private static Supplier<Object> closestPoints(Matrix x, Matrix y, Labels labels) {
        List<int[]> classes =
                IntStream.range(0, labels.classes().size()).mapToObj(labels::rowsOf).toList();
        Anchors means = Anchors.ofGroups(classes);
        return () -> {
            ClassNeighbours near = ClassNeighbours.of(y, labels);
            double[] from = Rows.of(x).mean();
            AffineMap map = join(means.place(x), Rows.of(means.place(x)).mean(), means.place(y));
            for (int i = 0; i < 10; i++) {
                map = join(x, from, y.select(near.of(map.apply(x), labels, RUN)));
            }
            return map.weights().toMatrix();
        };
    }

    private static AffineMap join(Matrix x, double[] from, Matrix y) {
        double[] to = Rows.of(y).mean();
        DoubleMatrix cross = Gram.of(Rows.of(x).minus(from), Rows.of(y));
        DoubleMatrix turn = Procrustes.of(cross, true).rotation();
        double[] image = turn.leftTimes(from);
        for (int j = 0; j < to.length; j++) {
            to[j] -= image[j];
        }
        return new AffineMap(turn, to);
    }

    private static Supplier<Object> tree(Matrix x) {
        return () -> {
            double[] edges = SpanningTree.edges(Rows.of(x), RUN);
            float[] values = new float[edges.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) edges[i];
            }
            return Matrix.of(values.length, 1, values);
        };
    }
}
