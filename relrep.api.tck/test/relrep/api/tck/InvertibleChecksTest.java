package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.plugin.Invariance;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.similarity.InvertibleSimilarity;
import relrep.api.similarity.Similarity;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

class InvertibleChecksTest {
    /** Inner products, and the way back by a linear map fitted to the anchors themselves. */
    private static class Inner implements InvertibleSimilarity {
        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            Numbers.requireEqual("widths", points.cols(), anchors.cols());
            float[] values = new float[points.rows() * anchors.rows()];
            for (int i = 0; i < values.length; i++) {
                double sum = 0;
                for (int t = 0; t < points.cols(); t++) {
                    sum +=
                            (double) points.get(i / anchors.rows(), t)
                                    * anchors.get(i % anchors.rows(), t);
                }
                values[i] = (float) sum;
            }
            return Matrix.of(points.rows(), anchors.rows(), values);
        }

        @Override
        public Matrix invert(Matrix relative, Matrix anchors) {
            if (anchors.rows() < anchors.cols()) {
                throw new InvalidInputException(
                        "there must be %d anchors at least, not %d"
                                .formatted(anchors.cols(), anchors.rows()));
            }
            AlignmentProblem problem =
                    AlignmentProblem.paired(
                            Space.of("relative", compare(anchors, anchors)),
                            Space.of("absolute", anchors));
            return FakeAligner.linear().fit(problem, Run.quiet(Seed.of(1))).apply(relative);
        }

        @Override
        public Set<Invariance> invariances() {
            return EnumSet.of(Invariance.PERMUTATION, Invariance.ORTHOGONAL);
        }
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        return new CounterExamples()
                .without(FakeSimilarity.cosine())
                .without(FakeSimilarity.cosine().claiming(Set.of()))
                .sound("inner", new Inner())
                .broken("finds points with the similarities that it was given", halving())
                .broken("stays invertible when calibrated", forgetting())
                .broken("refuses to find points from too few anchors and says both", guessing())
                .tests();
    }

    private static Inner halving() {
        return new Inner() {
            @Override
            public Matrix invert(Matrix relative, Matrix anchors) {
                return Numbers.changed(super.invert(relative, anchors), (i, j) -> .5);
            }
        };
    }

    private static Inner forgetting() {
        return new Inner() {
            @Override
            public Similarity calibrate(Matrix batch) {
                return FakeSimilarity.cosine();
            }
        };
    }

    private static Inner guessing() {
        return new Inner() {
            @Override
            public Matrix invert(Matrix relative, Matrix anchors) {
                return Matrix.of(
                        relative.rows(),
                        anchors.cols(),
                        new float[relative.rows() * anchors.cols()]);
            }
        };
    }
}
