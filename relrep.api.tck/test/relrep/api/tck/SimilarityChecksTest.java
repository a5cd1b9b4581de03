package relrep.api.tck;

import static relrep.api.plugin.Invariance.ISOTROPIC_SCALING;
import static relrep.api.plugin.Invariance.ORTHOGONAL;
import static relrep.api.plugin.Invariance.PERMUTATION;
import static relrep.api.plugin.Invariance.TRANSLATION;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.plugin.Invariance;
import relrep.api.similarity.PointSimilarity;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

class SimilarityChecksTest {
    /** The cosine, written as a stranger would. */
    private static final class Cosine implements PointSimilarity {
        @Override
        public double compare(float[] point, float[] anchor) {
            double dot = 0;
            double points = 0;
            double anchors = 0;
            for (int i = 0; i < point.length; i++) {
                dot += point[i] * anchor[i];
                points += point[i] * point[i];
                anchors += anchor[i] * anchor[i];
            }
            return dot == 0 ? 0 : dot / Math.sqrt(points * anchors);
        }

        @Override
        public Set<Invariance> invariances() {
            return EnumSet.of(PERMUTATION, ORTHOGONAL, ISOTROPIC_SCALING);
        }
    }

    /** The distance. */
    private static final class Distance implements PointSimilarity {
        @Override
        public double compare(float[] point, float[] anchor) {
            double sum = 0;
            for (int i = 0; i < point.length; i++) {
                sum += (point[i] - anchor[i]) * (point[i] - anchor[i]);
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

    @TestFactory
    Stream<DynamicTest> cosineKeepsItsContract() {
        return DynamicChecks.of(new Cosine());
    }

    @TestFactory
    Stream<DynamicTest> distanceKeepsItsContract() {
        return DynamicChecks.of(new Distance());
    }
}
