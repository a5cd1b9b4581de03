package relrep.bench;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.tile.Closeness;
import relrep.kernels.tile.LinearCka;
import relrep.kernels.tile.Neighbours;
import relrep.kernels.tile.Ranks;
import relrep.kernels.tile.RowCosines;
import relrep.kernels.tile.Silhouette;
import relrep.kernels.tile.SpanningTree;

import java.util.Arrays;
import java.util.List;

/**
 * Workloads that compute metrics of two spaces and of one: {@code jaccard10} (of the cosine
 * neighbours within each space, self included), {@code mrr}, {@code cosidx}, {@code silhouette},
 * {@code cka} (linear), {@code ph0} (the edges of the minimum spanning tree).
 */
final class Metrics {
    private static final Run RUN = Run.quiet(Seed.of(1));
    private static final int NEIGHBOURS = 10;

    private Metrics() {}

    static List<Workload> all() {
        return List.of(
                jaccard("10k", 384, .6),
                jaccard("60k", 300, .4),
                mrr("10k", 300),
                cosines("10k", 384),
                silhouette("10k", 2),
                silhouette("10k", 50),
                cka("2k", 384),
                cka("10k", 384),
                tree("2k", 50),
                tree("10k", 50));
    }

    private static double twoSpaces(double n, double d) {
        return 2 * Float.BYTES * n * d;
    }

    /** Makes the workload of neighbours within a space; each pair is multiplied once. */
    private static Workload jaccard(String size, int d, double aim) {
        double n = Workload.size(size);
        return new Workload(
                "jaccard10/%s/%d".formatted(size, d),
                2 * n * n * d,
                twoSpaces(n, d),
                Workload.against("faiss", aim),
                inputs -> {
                    Matrix x = inputs.floats("knn%d_x".formatted(d), (int) n);
                    Matrix y = inputs.floats("knn%d_y".formatted(d), (int) n);
                    return () -> jaccard(x, y);
                });
    }

    private static double jaccard(Matrix x, Matrix y) {
        Neighbours here = Neighbours.among(x, x, NEIGHBOURS, Closeness.COSINE, RUN);
        Neighbours there = Neighbours.among(y, y, NEIGHBOURS, Closeness.COSINE, RUN);
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            double shared = here.shared(there, i);
            sum += shared / (2 * NEIGHBOURS - shared);
        }
        return sum / x.rows();
    }

    private static Workload mrr(String size, int d) {
        double n = Workload.size(size);
        return new Workload(
                "mrr/%s/%d".formatted(size, d),
                2 * n * n * d,
                twoSpaces(n, d),
                Workload.against("numpy", 1),
                inputs -> {
                    Matrix x = inputs.floats("rel%d_x".formatted(d), (int) n);
                    Matrix y = inputs.floats("rel%d_y".formatted(d), (int) n);
                    return () -> reciprocal(Ranks.of(x, y, Closeness.COSINE, RUN));
                });
    }

    private static double reciprocal(Ranks ranks) {
        double sum = 0;
        for (int i = 0; i < ranks.size(); i++) {
            sum += 1 / (1 + ranks.closer(i) + ranks.tied(i) / 2.);
        }
        return sum / ranks.size();
    }

    private static Workload cosines(String size, int d) {
        double n = Workload.size(size);
        return new Workload(
                "cosidx/%s/%d".formatted(size, d),
                6 * n * d,
                twoSpaces(n, d),
                Workload.against("numpy-einsum", 1),
                inputs -> {
                    Matrix x = inputs.floats("knn%d_x".formatted(d), (int) n);
                    Matrix y = inputs.floats("knn%d_y".formatted(d), (int) n);
                    return () -> Arrays.stream(RowCosines.of(x, y)).average().orElseThrow();
                });
    }

    private static Workload silhouette(String size, int d) {
        double n = Workload.size(size);
        return new Workload(
                "silhouette/%s/%d".formatted(size, d),
                2 * n * n * d,
                Float.BYTES * n * d,
                Workload.against("sklearn", .1, "numpy-gemm", Double.NaN),
                inputs -> {
                    Matrix x = inputs.floats("cls%d_src".formatted(d), (int) n);
                    Labels labels = inputs.labels("cls%d_labels".formatted(d));
                    return () ->
                            Arrays.stream(Silhouette.of(x, labels, RUN)).average().orElseThrow();
                });
    }

    private static Workload cka(String size, int d) {
        double n = Workload.size(size);
        return new Workload(
                "cka/%s/%d".formatted(size, d),
                4 * n * d * d,
                twoSpaces(n, d),
                Workload.against("numpy", 1),
                inputs -> {
                    Matrix x = inputs.floats("knn%d_x".formatted(d), (int) n);
                    Matrix y = inputs.floats("knn%d_y".formatted(d), (int) n);
                    return () -> LinearCka.of(x, y, RUN);
                });
    }

    private static Workload tree(String size, int d) {
        double n = Workload.size(size);
        return new Workload(
                "ph0/%s/%d".formatted(size, d),
                2 * n * n * d,
                Float.BYTES * n * d,
                Workload.against("numpy-prim", .15),
                inputs -> {
                    MatrixRows x = MatrixRows.of(inputs.floats("cls%d_src".formatted(d), (int) n));
                    return () -> edges(x);
                });
    }

    private static Matrix edges(MatrixRows points) {
        double[] edges = SpanningTree.edges(points, RUN);
        float[] values = new float[edges.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) edges[i];
        }
        return Matrix.of(values.length, 1, values);
    }
}
