package relrep.api.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

import java.util.Map;

class AlignmentProblemTest {
    private static final Space A = Space.of("a", Matrix.of(2, 2, 1, 2, 3, 4));
    private static final Space B = Space.of("b", Matrix.of(2, 3, 1, 2, 3, 4, 5, 6));

    @Test
    void placesTheAnchorsInBothSpaces() {
        AlignmentProblem problem = new AlignmentProblem(A, B, Anchors.ofRows(1));
        assertEquals(Matrix.of(1, 2, 3, 4), problem.sourcePoints());
        assertEquals(Matrix.of(1, 3, 4, 5, 6), problem.targetPoints());
        assertEquals(2, AlignmentProblem.paired(A, B).anchors().size());
        assertEquals(2, AlignmentProblem.paired(A, A).requireEqualWidths("rigid"));
    }

    @Test
    void refusesWhatCannotBeFitted() {
        assertSays(
                "an alignment needs at least 1 anchor, there is none",
                () -> new AlignmentProblem(A, B, Anchors.ofRows()));
        Space shorter = Space.of("c", Matrix.of(1, 2, 1, 2));
        assertSays(
                "paired spaces must have equally many rows, not 2 and 1",
                () -> AlignmentProblem.paired(A, shorter));
        assertSays(
                "rigid needs spaces of equal width, 'a' has 2 and 'b' has 3; linear, affine and"
                        + " ridge take unequal widths",
                () -> AlignmentProblem.paired(A, B).requireEqualWidths("rigid"));
    }

    @Test
    void hasNoInverseUnlessTheAlignerOffersOne() {
        Alignment alignment =
                new Alignment() {
                    @Override
                    public Matrix apply(Matrix latents) {
                        return latents;
                    }

                    @Override
                    public Map<String, Double> diagnostics() {
                        return Map.of();
                    }
                };
        assertTrue(alignment.inverse().isEmpty());
    }

    private static void assertSays(String sentence, Runnable action) {
        Exception refused = assertThrows(InvalidInputException.class, action::run);
        assertEquals(sentence, refused.getMessage());
    }
}
