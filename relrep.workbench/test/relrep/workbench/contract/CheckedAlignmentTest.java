package relrep.workbench.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.alignment.Alignment;
import relrep.api.data.Matrix;

import java.util.Map;

/** Tests what a map may return for one vector. */
class CheckedAlignmentTest {
    private static final float[] POINT = {1, 2};

    /** A map that returns the same array for every vector. */
    private static final class Returning implements Alignment {
        private final float[] image;

        Returning(float[] image) {
            this.image = image;
        }

        @Override
        public Matrix apply(Matrix latents) {
            return latents;
        }

        @Override
        public float[] apply(float[] latent) {
            return image;
        }

        @Override
        public Map<String, Double> diagnostics() {
            return Map.of();
        }
    }

    @Test
    void aSoundImageIsACopyOfThePluginsOwn() {
        float[] own = {3, 4};
        float[] image = checked(own, 2).apply(POINT);
        assertArrayEquals(own, image);
        assertNotSame(own, image);
    }

    @Test
    void anImageThatIsNotFiniteIsRefused() {
        assertRefused(
                "must return finite numbers, but value 1 is NaN", new float[] {1, Float.NaN}, 2);
    }

    @Test
    void anImageOfAnotherWidthIsRefused() {
        assertRefused("must return 3 coordinates, not 2", new float[] {1, 2}, 3);
    }

    @Test
    void noImageIsRefused() {
        assertRefused("must return an array, not null", null, 2);
    }

    @Test
    void aVectorOfAnotherWidthMustBeRefusedByThePlugin() {
        Alignment map = checked(new float[] {1, 2}, 2);
        assertEquals(
                "aligner 'odd': apply must refuse rows of 3 coordinates, since it maps 2",
                assertThrows(PluginFailureException.class, () -> map.apply(new float[3]))
                        .getMessage());
    }

    private static void assertRefused(String sentence, float[] image, int width) {
        Alignment map = checked(image, width);
        assertEquals(
                "aligner 'odd': apply " + sentence,
                assertThrows(PluginFailureException.class, () -> map.apply(POINT)).getMessage());
    }

    private static Alignment checked(float[] image, int width) {
        return new CheckedAlignment(
                new ContractCheck("aligner 'odd'", true), new Returning(image), 2, width);
    }
}
