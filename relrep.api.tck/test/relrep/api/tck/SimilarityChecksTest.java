package relrep.api.tck;

import static relrep.api.plugin.Invariance.ISOTROPIC_SCALING;
import static relrep.api.plugin.Invariance.ORTHOGONAL;
import static relrep.api.plugin.Invariance.PERMUTATION;
import static relrep.api.plugin.Invariance.TRANSLATION;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

class SimilarityChecksTest {
    private static final FakeSimilarity COSINE = FakeSimilarity.cosine();
    private static final FakeSimilarity ROBUST = FakeSimilarity.robust();

    /** The distance, as a third party would write it. */
    private static final class Distance implements PointSimilarity {
        @Override
        public double compare(float[] point, float[] anchor) {
            double sum = 0;
            for (int i = 0; i < point.length; i++) {
                sum += Math.pow((double) point[i] - anchor[i], 2);
            }
            return Math.sqrt(sum);
        }

        @Override
        public Set<Invariance> invariances() {
            return EnumSet.of(PERMUTATION, ORTHOGONAL, TRANSLATION);
        }

        @Override
        public Sense sense() {
            return Sense.LARGER_IS_FARTHER;
        }
    }

    /** Cosines, or cosines less the mean of their row, that say that they need all anchors. */
    private record Together(boolean centred) implements Similarity {
        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            Matrix cosines = COSINE.compare(points, anchors);
            float[] values = cosines.toArray();
            for (int i = 0; i < cosines.rows() && centred; i++) {
                float sum = 0;
                for (float value : cosines.row(i)) {
                    sum += value;
                }
                for (int j = 0; j < anchors.rows(); j++) {
                    values[i * anchors.rows() + j] -= sum / anchors.rows();
                }
            }
            return Matrix.of(cosines.rows(), cosines.cols(), values);
        }

        @Override
        public Set<Invariance> invariances() {
            return COSINE.invariances();
        }

        @Override
        public boolean takesAnchorsTogether() {
            return true;
        }
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        return claims(
                        new CounterExamples()
                                .sound("cosine", COSINE)
                                .sound("robust cosine", ROBUST)
                                .sound("distance", new Distance()))
                .broken("gives one row a point and one column an anchor", transposed())
                .broken("says the same when asked again", forgetful())
                .broken("leaves points, anchors and batch as they are", vandal())
                .broken("does not care where the memory lies", heapOnly())
                .broken("compares each point on its own, once calibrated", scaledByRows())
                .broken("compares with each anchor on its own, once calibrated", scaledByAnchors())
                .sound("centred", new Together(true))
                .broken("takes its anchors together, as it says", new Together(false))
                .broken("is left as it was by calibrating", new Remembering())
                .broken("calibrates alike on the same batch", new Drifting())
                .broken("may be called from several threads", oneThread())
                .broken("refuses unequal widths and says both", cutting())
                .broken("gives finite numbers for a zero vector", dividing())
                .broken("gives finite numbers for a point that is an anchor", inverseDistance())
                .tests();
    }

    private static CounterExamples claims(CounterExamples examples) {
        EnumSet<Invariance> all = EnumSet.allOf(Invariance.class);
        Set<Invariance> none = EnumSet.noneOf(Invariance.class);
        return examples.broken("claims what its claims imply", COSINE.claiming(Set.of(ORTHOGONAL)))
                .broken("does not notice permutations of the coordinates", weighted(all))
                .broken("does not notice rotations and reflections", ROBUST.claiming(all))
                .broken("does not notice one factor for the whole space", weighted(all))
                .broken(
                        "does not notice one factor for the whole space, from 1e-30 to 1e30",
                        COSINE.comparing(SimilarityChecksTest::floored))
                .broken("does not notice shifts", COSINE.claiming(all))
                .broken(
                        "does not notice shifts, up to a million times the spread",
                        COSINE.claiming(all).comparing(SimilarityChecksTest::expanded))
                .broken("does not notice a factor for each coordinate", COSINE.claiming(all))
                .broken("does not notice invertible linear maps", COSINE.claiming(all))
                .broken("notices permutations of the coordinates", COSINE.claiming(none))
                .broken("notices rotations and reflections", COSINE.claiming(none))
                .broken("notices one factor for the whole space", COSINE.claiming(none))
                .broken("notices shifts", ROBUST.claiming(none))
                .broken("notices a factor for each coordinate", ROBUST.claiming(none))
                .broken("notices invertible linear maps", COSINE.comparing((p, a) -> ones(p, a)));
    }

    /** Cosines with a floor under the norms. */
    private static Matrix floored(Matrix points, Matrix anchors) {
        Matrix zero = Matrix.of(1, points.cols(), new float[points.cols()]);
        return Numbers.changed(
                FakeSimilarity.cosine(points, anchors),
                (i, j) ->
                        Math.min(1, distance(points, i, zero, 0) / 1e-12)
                                * Math.min(1, distance(anchors, j, zero, 0) / 1e-12));
    }

    private static double distance(Matrix a, int i, Matrix b, int j) {
        return new Distance().compare(a.row(i), b.row(j));
    }

    /** Squared distances from norms and products that are stored in float32. */
    private static Matrix expanded(Matrix points, Matrix anchors) {
        return Numbers.matrix(
                points.rows(),
                anchors.rows(),
                (i, j) ->
                        (float) dot(points.row(i), points.row(i))
                                + (float) dot(anchors.row(j), anchors.row(j))
                                - 2 * (float) dot(points.row(i), anchors.row(j)));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static Matrix ones(Matrix points, Matrix anchors) {
        return Numbers.matrix(points.rows(), anchors.rows(), (i, j) -> 1);
    }

    private static Similarity weighted(Set<Invariance> claims) {
        return COSINE.claiming(claims)
                .comparing(
                        (p, a) ->
                                Numbers.matrix(
                                        p.rows(),
                                        a.rows(),
                                        (i, j) -> p.get(i, 0) - 2 * a.get(j, 1)));
    }

    private static Similarity transposed() {
        return COSINE.comparing((points, anchors) -> FakeSimilarity.cosine(anchors, points));
    }

    private static Similarity forgetful() {
        AtomicInteger calls = new AtomicInteger();
        return COSINE.comparing(
                (p, a) -> {
                    int call = calls.incrementAndGet();
                    return Numbers.changed(FakeSimilarity.cosine(p, a), (i, j) -> 1 + call * 1e-6);
                });
    }

    private static Similarity vandal() {
        return COSINE.comparing(
                (points, anchors) -> {
                    Matrix result = FakeSimilarity.cosine(points, anchors);
                    Vandal.change(points);
                    return result;
                });
    }

    private static Similarity heapOnly() {
        return COSINE.comparing(
                (points, anchors) ->
                        points.buffer().isDirect()
                                ? ones(points, anchors)
                                : FakeSimilarity.cosine(points, anchors));
    }

    private static Similarity scaledByRows() {
        return COSINE.comparing(
                (p, a) -> Numbers.changed(FakeSimilarity.cosine(p, a), (i, j) -> p.rows()));
    }

    private static Similarity scaledByAnchors() {
        return COSINE.comparing(
                (p, a) -> Numbers.changed(FakeSimilarity.cosine(p, a), (i, j) -> a.rows()));
    }

    private static Similarity oneThread() {
        AtomicReference<Thread> first = new AtomicReference<>();
        return COSINE.comparing(
                (points, anchors) -> {
                    first.compareAndSet(null, Thread.currentThread());
                    return Thread.currentThread() == first.get()
                            ? FakeSimilarity.cosine(points, anchors)
                            : ones(points, anchors);
                });
    }

    private static Similarity cutting() {
        return new Wrapped() {
            @Override
            public Matrix compare(Matrix points, Matrix anchors) {
                if (points.cols() != anchors.cols()) {
                    throw new InvalidInputException("widths differ");
                }
                return COSINE.compare(points, anchors);
            }
        };
    }

    private static Similarity dividing() {
        return COSINE.comparing(
                (p, a) ->
                        Numbers.changed(
                                FakeSimilarity.cosine(p, a), (i, j) -> 1 / (p.get(i, 0) / 1e30)));
    }

    private static Similarity inverseDistance() {
        Distance distance = new Distance();
        return COSINE.comparing(
                (p, a) ->
                        Numbers.matrix(
                                p.rows(),
                                a.rows(),
                                (i, j) -> 1 / distance.compare(p.row(i), a.row(j))));
    }

    private abstract static class Wrapped implements Similarity {
        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            return COSINE.compare(points, anchors);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of(PERMUTATION, ORTHOGONAL, ISOTROPIC_SCALING);
        }
    }

    /** Keeps the batch in itself. */
    private static final class Remembering extends Wrapped {
        private Similarity similarity = ROBUST;

        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            return similarity.compare(points, anchors);
        }

        @Override
        public Similarity calibrate(Matrix batch) {
            similarity = ROBUST.calibrate(batch);
            return this;
        }
    }

    /** Keeps running statistics over all batches it ever saw. */
    private static final class Drifting extends Wrapped {
        private int batches;

        @Override
        public Similarity calibrate(Matrix batch) {
            batches++;
            int seen = batches;
            return COSINE.comparing(
                    (p, a) ->
                            Numbers.changed(FakeSimilarity.cosine(p, a), (i, j) -> 1 + seen / 8.0));
        }
    }
}
