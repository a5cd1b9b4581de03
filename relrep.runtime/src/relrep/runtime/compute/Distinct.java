package relrep.runtime.compute;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;

/** Spaces in which samples can be told from each other: not a single point. */
final class Distinct {
    private Distinct() {}

    /**
     * Refuses a space of several samples whose rows are all equal, as those of a network that has
     * collapsed are: everything and nothing is like it, whatever a metric says.
     */
    static void require(Space space) {
        int rows = space.size();
        if (rows > 1 && equal(space.latents())) {
            throw new InvalidInputException(
                    "the rows of a space to compare must differ, but all %d of '%s' are equal%s"
                            .formatted(rows, space.name(), zero(space) ? ", to 0" : ""));
        }
    }

    private static boolean equal(Matrix latents) {
        FloatBuffer values = latents.buffer();
        int d = latents.cols();
        for (int at = d; at < latents.rows() * d; at++) {
            if (values.get(at) != values.get(at % d)) {
                return false;
            }
        }
        return true;
    }

    private static boolean zero(Space space) {
        for (float value : space.latents().row(0)) {
            if (value != 0) {
                return false;
            }
        }
        return space.width() > 0;
    }
}
