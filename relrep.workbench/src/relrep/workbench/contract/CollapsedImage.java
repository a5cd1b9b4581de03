package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * Detects a map that puts different rows on one point. This happens in float32 when the map does
 * not scale and the sizes of the spaces differ very much. No measurement of these images is
 * meaningful.
 */
public final class CollapsedImage {
    private CollapsedImage() {}

    /**
     * Throws when a map puts all rows on one point.
     *
     * @throws InvalidInputException when all images are equal, and the rows are not
     */
    public static void refuse(String rows, Matrix before, String aligner, Matrix image) {
        sentence(rows, before, aligner, image)
                .ifPresent(
                        found -> {
                            throw new InvalidInputException(found);
                        });
    }

    /**
     * Returns a sentence when a map puts all rows on one point.
     *
     * @param rows their name in the sentence: a file or a space
     * @param aligner the name of the map in the sentence
     */
    public static Optional<String> sentence(
            String rows, Matrix before, String aligner, Matrix image) {
        if (!equal(image) || equal(before)) {
            return Optional.empty();
        }
        return Optional.of(
                ("the rows of '%s' must stay apart under %s, but all %d become one point: their"
                     + " numbers go up to %.3g, the target's to %.3g, beside which float32 loses"
                     + " them; bring both to one scale, or use an aligner that scales")
                        .formatted(rows, aligner, before.rows(), largest(before), largest(image)));
    }

    private static boolean equal(Matrix matrix) {
        FloatBuffer values = matrix.buffer();
        int d = matrix.cols();
        for (int at = d; at < matrix.rows() * d; at++) {
            if (values.get(at) != values.get(at % d)) {
                return false;
            }
        }
        return true;
    }

    private static float largest(Matrix matrix) {
        FloatBuffer values = matrix.buffer();
        float most = 0;
        for (int at = 0; at < values.capacity(); at++) {
            most = Math.max(most, Math.abs(values.get(at)));
        }
        return most;
    }
}
