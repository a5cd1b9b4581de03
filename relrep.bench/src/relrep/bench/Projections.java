package relrep.bench;

import relrep.api.data.Matrix;
import relrep.kernels.tile.Moments;
import relrep.kernels.tile.Projection;
import relrep.kernels.tile.Standardisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Workloads of relative projections: {@code proj-cos}, {@code proj-rob} (standardised by the batch
 * first) and {@code proj-euc}, for given numbers of points, coordinates and anchors.
 */
final class Projections {
    private static final double EPSILON = 1e-5;
    private static final List<Peer> PEERS = Workload.against("numpy-fused", .95);

    private Projections() {}

    static List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        for (String kind : List.of("proj-cos", "proj-rob", "proj-euc")) {
            for (String n : List.of("10k", "100k")) {
                for (int d : new int[] {48, 384, 768}) {
                    for (int k : new int[] {300, 768, 1000}) {
                        all.add(workload(kind, n, d, k));
                    }
                }
            }
            for (int k : new int[] {300, 768}) {
                all.add(workload(kind, "1m", 384, k));
            }
        }
        return all;
    }

    private static Workload workload(String kind, String n, int d, int k) {
        double points = Workload.size(n);
        return new Workload(
                "%s/%s/%d/%d".formatted(kind, n, d, k),
                2 * points * d * k,
                Float.BYTES * (points * d + (double) k * d + points * k),
                PEERS,
                inputs ->
                        work(
                                kind,
                                inputs.floats("x" + d, Workload.size(n)),
                                inputs.floats("anchors" + d, k)));
    }

    private static Work work(String kind, Matrix points, Matrix anchors) {
        Projection projection = Projection.create();
        return switch (kind) {
            case "proj-cos" -> () -> projection.cosine(points, anchors);
            case "proj-euc" -> () -> projection.euclidean(points, anchors);
            default ->
                    () -> {
                        Moments moments = Moments.of(points);
                        double[] factor =
                                Arrays.stream(moments.variance())
                                        .map(v -> 1 / Math.sqrt(v + EPSILON))
                                        .toArray();
                        return projection.cosine(
                                points, anchors, Standardisation.of(moments.mean(), factor));
                    };
        };
    }
}
