package relrep.api.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.List;
import java.util.Optional;

class TransformChainTest {
    private static final Run RUN = Run.quiet(Seed.of(1));
    private static final Matrix POINTS = Matrix.of(2, 2, 1, 2, 5, 10);

    /** Adds to every coordinate, after a factor. */
    private record Line(float factor, float shift, int width) implements FittedTransform {
        @Override
        public Matrix apply(Matrix latents) {
            float[] values = latents.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = factor * values[i] + shift;
            }
            return Matrix.of(latents.rows(), latents.cols(), values);
        }

        @Override
        public Optional<FittedTransform> inverse() {
            return factor == 0
                    ? Optional.empty()
                    : Optional.of(new Line(1 / factor, -shift / factor, width));
        }
    }

    /** Subtracts the first number of the training latents. */
    private static FittedTransform first(Space training, Run run) {
        return new Line(1, -training.latents().get(0, 0), training.width());
    }

    private static FittedTransform doubled(Space training, Run run) {
        return new Line(2, 0, training.width());
    }

    @Test
    void eachLearnsFromTheImagesOfThoseBeforeIt() {
        List<Transform> both = List.of(TransformChainTest::doubled, TransformChainTest::first);
        TransformChain chain = TransformChain.fit(both, Space.of("a", POINTS), RUN);
        assertEquals(Matrix.of(2, 2, 0, 2, 8, 18), chain.apply(POINTS));
        assertEquals(2, chain.width());
    }

    @Test
    void theInverseGoesBackInReverse() {
        List<Transform> both = List.of(TransformChainTest::first, TransformChainTest::doubled);
        TransformChain chain = TransformChain.fit(both, Space.of("a", POINTS), RUN);
        assertEquals(POINTS, chain.inverse().orElseThrow().apply(chain.apply(POINTS)));
    }

    @Test
    void oneWithoutAnInverseLeavesTheChainWithoutOne() {
        List<Transform> both =
                List.of(TransformChainTest::first, (training, run) -> new Line(0, 1, 2));
        assertTrue(TransformChain.fit(both, Space.of("a", POINTS), RUN).inverse().isEmpty());
    }

    @Test
    void noTransformChangesNothing() {
        Space space = Space.of("a", POINTS);
        TransformChain none = TransformChain.fit(List.of(), space, RUN);
        assertSame(POINTS, none.apply(POINTS));
        assertSame(space, none.apply(space));
        assertEquals(2, none.width());
        assertSame(POINTS, none.inverse().orElseThrow().apply(POINTS));
    }

    @Test
    void refusesAnotherWidth() {
        TransformChain none = TransformChain.fit(List.of(), Space.of("a", POINTS), RUN);
        assertEquals(
                "transforms of 2 coordinates were given rows with 3",
                assertThrows(InvalidInputException.class, () -> none.apply(Matrix.of(0, 3)))
                        .getMessage());
    }
}
