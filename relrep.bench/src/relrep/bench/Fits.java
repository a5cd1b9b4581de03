package relrep.bench;

import relrep.api.data.Anchors;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.model.Regression;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Gram;
import relrep.kernels.linear.LeastSquares;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.linear.Procrustes;
import relrep.kernels.tile.AffineMap;
import relrep.kernels.tile.ClassNeighbours;
import relrep.models.architecture.DenseTrainer;
import relrep.nd4j.Nd4jEngine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Workloads that fit maps from one space to another: {@code rigid} (orthogonal, with a shift),
 * {@code linear} (least squares; of smallest norm where points are fewer than coordinates), {@code
 * icp} (class means, then ten rounds of nearest points of the class and a rigid map), {@code
 * stitch} (an epoch of three dense layers).
 */
final class Fits {
    private static final Run RUN = Run.quiet(Seed.of(1));
    private static final int ITERATIONS = 10;

    private Fits() {}

    static List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        for (int d : new int[] {384, 768}) {
            for (String n : List.of("300", "5k", "50k")) {
                all.add(rigid(n, d));
                all.add(linear(n, d));
            }
        }
        all.add(closestPoints("10k", 50));
        all.add(stitch(2));
        all.add(stitch(4));
        return all;
    }

    private static Workload rigid(String n, int d) {
        double points = Workload.size(n);
        String peer = d > 384 && points < 50_000 ? "scipy" : "numpy";
        return new Workload(
                "rigid/%s/%d".formatted(n, d),
                2 * points * d * d,
                2 * Float.BYTES * points * d,
                Workload.against(peer, .85),
                inputs -> {
                    MatrixRows x = side(inputs, d, "src", n);
                    MatrixRows y = side(inputs, d, "dst", n);
                    return () ->
                            Procrustes.of(x.minus(x.mean()), y.minus(y.mean()), true)
                                    .rotation()
                                    .toMatrix();
                });
    }

    private static Workload linear(String n, int d) {
        double points = Workload.size(n);
        boolean wide = points < d;
        double small = Math.min(points, d);
        double products = points * d * small + 2 * points * d * d;
        return new Workload(
                "linear/%s/%d".formatted(n, d),
                wide ? products + 2 * points * points * d : products,
                2 * Float.BYTES * points * d,
                Workload.against(wide ? "qr" : "cholesky", 1),
                inputs -> {
                    MatrixRows x = side(inputs, d, "src", n);
                    MatrixRows y = side(inputs, d, "dst", n);
                    return () ->
                            LeastSquares.of(x, y, 0, LeastSquares.FLOAT_TOLERANCE)
                                    .weights()
                                    .toMatrix();
                });
    }

    private static MatrixRows side(BenchInputs inputs, int d, String side, String n) {
        return MatrixRows.of(inputs.floats("pair%d_%s".formatted(d, side), Workload.size(n)));
    }

    private static Workload closestPoints(String n, int d) {
        double points = Workload.size(n);
        return new Workload(
                "icp/%s/%d".formatted(n, d),
                ITERATIONS * 2 * points * points / 10 * d,
                2 * Float.BYTES * points * d,
                Workload.against("numpy-gemm", 1),
                inputs -> {
                    Matrix x = inputs.floats("cls%d_src".formatted(d), Workload.size(n));
                    Matrix y = inputs.floats("cls%d_dst".formatted(d), Workload.size(n));
                    return closestPoints(x, y, inputs.labels("cls%d_labels".formatted(d)));
                });
    }

    private static Work closestPoints(Matrix x, Matrix y, Labels labels) {
        List<int[]> classes =
                IntStream.range(0, labels.classes().size()).mapToObj(labels::rowsOf).toList();
        Anchors means = Anchors.ofGroups(classes);
        return () -> {
            ClassNeighbours near = ClassNeighbours.of(y, labels);
            double[] from = MatrixRows.of(x).mean();
            AffineMap map =
                    join(means.place(x), MatrixRows.of(means.place(x)).mean(), means.place(y));
            int[] found = near.of(map.apply(x), labels, RUN);
            for (int i = 1; i < ITERATIONS; i++) {
                map = join(x, from, y.select(found));
                found = near.of(map.apply(x), labels, found, RUN);
            }
            map = join(x, from, y.select(found));
            return map.weights().toMatrix();
        };
    }

    private static AffineMap join(Matrix x, double[] from, Matrix y) {
        double[] to = MatrixRows.of(y).mean();
        DoubleMatrix cross = Gram.of(MatrixRows.of(x).minus(from), MatrixRows.of(y));
        DoubleMatrix turn = Procrustes.of(cross, true).rotation();
        double[] image = turn.leftTimes(from);
        for (int j = 0; j < to.length; j++) {
            to[j] -= image[j];
        }
        return new AffineMap(turn, to);
    }

    private static Workload stitch(int factor) {
        double h = 50. * factor;
        double points = Workload.size("10k");
        return new Workload(
                "stitch/" + factor,
                3 * 2 * points * (2 * 50 * h + h * h),
                2 * Float.BYTES * points * 50,
                Workload.against("torch", .35),
                inputs -> {
                    Matrix x = inputs.floats("cls50_src", Workload.size("10k"));
                    Matrix y = inputs.floats("cls50_dst", Workload.size("10k"));
                    DenseTrainer trainer = new DenseTrainer(Nd4jEngine.start());
                    List<Integer> hidden = List.of((int) h, (int) h);
                    Regression problem = new Regression(x, y, hidden, 1, 64, 1e-3);
                    return () -> trainer.train(problem, RUN).history().get(0).trainLoss();
                });
    }
}
