package relrep.runtime.compute;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;

/** Checks that a space is not a single point. */
final class SpreadCheck {
    private SpreadCheck() {}

    /**
     * Throws if all rows of a space with several samples are equal, as in a collapsed network.
     * Measurements of this space mean nothing.
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
