package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.similarity.Similarity;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A robust cosine in plain Java. Each part can be replaced by a broken one.
 *
 * @param claims what it says it does not notice
 * @param compare what it computes
 * @param statistics what it does with a batch
 * @param batch what it was calibrated with, or null
 */
record FakeSimilarity(
        Set<Invariance> claims,
        BinaryOperator<Matrix> compare,
        UnaryOperator<Matrix> statistics,
        Matrix batch)
        implements Similarity {

    static final Set<Invariance> ROBUST =
            EnumSet.of(
                    Invariance.PERMUTATION,
                    Invariance.ISOTROPIC_SCALING,
                    Invariance.TRANSLATION,
                    Invariance.AXIS_SCALING);
    static final Set<Invariance> COSINE =
            EnumSet.of(Invariance.PERMUTATION, Invariance.ISOTROPIC_SCALING, Invariance.ORTHOGONAL);

    /** A sound cosine. */
    static FakeSimilarity cosine() {
        return new FakeSimilarity(COSINE, FakeSimilarity::cosine, null, null);
    }

    /** A sound robust cosine. */
    static FakeSimilarity robust() {
        return new FakeSimilarity(ROBUST, FakeSimilarity::cosine, batch -> batch, null);
    }

    FakeSimilarity claiming(Set<Invariance> other) {
        return new FakeSimilarity(other, compare, statistics, batch);
    }

    FakeSimilarity comparing(BinaryOperator<Matrix> other) {
        return new FakeSimilarity(claims, other, statistics, batch);
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        Numbers.requireEqual("widths", points.cols(), anchors.cols());
        if (statistics == null) {
            return compare.apply(points, anchors);
        }
        Matrix source = statistics.apply(batch == null ? points : batch);
        return compare.apply(standardised(points, source), standardised(anchors, source));
    }

    @Override
    public Similarity calibrate(Matrix other) {
        return statistics == null ? this : new FakeSimilarity(claims, compare, statistics, other);
    }

    @Override
    public Set<Invariance> invariances() {
        return claims;
    }

    private static Matrix standardised(Matrix points, Matrix batch) {
        double[] mean = new double[points.cols()];
        double[] spread = new double[points.cols()];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = Numbers.mean(Numbers.column(batch, j));
            spread[j] = Numbers.spread(Numbers.column(batch, j));
        }
        return Numbers.matrix(
                points.rows(),
                mean.length,
                (i, j) -> spread[j] == 0 ? 0 : (points.get(i, j) - mean[j]) / spread[j]);
    }

    static Matrix cosine(Matrix points, Matrix anchors) {
        return Numbers.matrix(
                points.rows(), anchors.rows(), (i, j) -> cosine(points.row(i), anchors.row(j)));
    }

    private static double cosine(float[] a, float[] b) {
        double lengths = Math.sqrt(dot(a, a) * dot(b, b));
        return lengths == 0 ? 0 : dot(a, b) / lengths;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
