package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;

import java.util.Set;
import java.util.stream.Stream;

class DifferentiableChecksTest {
    /** Pulls a gradient back. */
    @FunctionalInterface
    private interface PullBack {
        Matrix of(Matrix points, Matrix anchors, Matrix gradient);
    }

    /** The cosine with a gradient that can be replaced. */
    private record Differentiable(PullBack pullBack, boolean staysSo)
            implements DifferentiableSimilarity {
        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            return FakeSimilarity.cosine().compare(points, anchors);
        }

        @Override
        public Similarity calibrate(Matrix batch) {
            return staysSo ? this : FakeSimilarity.cosine();
        }

        @Override
        public Set<Invariance> invariances() {
            return FakeSimilarity.COSINE;
        }

        @Override
        public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
            return pullBack.of(points, anchors, gradient);
        }
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        Differentiable halved =
                new Differentiable(
                        (p, a, g) -> Numbers.changed(cosine(p, a, g), (i, j) -> 0.5), true);
        CounterExamples examples =
                new CounterExamples()
                        .sound("cosine", new Differentiable(DifferentiableChecksTest::cosine, true))
                        .broken("pulls gradients back as finite differences do", halved)
                        .broken(
                                "pulls gradients back as finite differences do, once calibrated",
                                halved)
                        .broken(
                                "stays differentiable when calibrated",
                                new Differentiable(DifferentiableChecksTest::cosine, false))
                        .broken(
                                "has a finite gradient where it is not smooth",
                                new Differentiable(DifferentiableChecksTest::dividing, true))
                        .broken(
                                "pulls nothing back from a gradient of zero",
                                new Differentiable((p, a, g) -> p, true));
        return examples.without(FakeSimilarity.cosine()).tests();
    }

    /** The derivative of x·a / |x||a| by x is (a/|a| - cos · x/|x|) / |x|. */
    private static Matrix cosine(Matrix points, Matrix anchors, Matrix gradient) {
        Matrix cosine = FakeSimilarity.cosine(points, anchors);
        return Numbers.matrix(
                points.rows(),
                points.cols(),
                (i, l) -> {
                    double sum = 0;
                    double x = length(points, i);
                    for (int j = 0; j < anchors.rows() && x > 0; j++) {
                        double a = length(anchors, j);
                        double along = a == 0 ? 0 : anchors.get(j, l) / a;
                        double left = along - cosine.get(i, j) * points.get(i, l) / x;
                        sum += gradient.get(i, j) * left / x;
                    }
                    return sum;
                });
    }

    @SuppressWarnings("IdentityBinaryExpression") // 0 / 0 where there is no length
    private static Matrix dividing(Matrix points, Matrix anchors, Matrix gradient) {
        return Numbers.changed(
                cosine(points, anchors, gradient), (i, j) -> length(points, i) / length(points, i));
    }

    private static double length(Matrix points, int i) {
        double squares = 0;
        for (float value : points.row(i)) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }
}
