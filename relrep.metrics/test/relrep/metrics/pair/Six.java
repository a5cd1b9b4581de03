package relrep.metrics.pair;

import relrep.api.data.Matrix;
import relrep.api.data.Space;

/** Two spaces of six points that can be checked by hand. */
final class Six {
    static final Space X =
            Space.of(
                    "x", Matrix.of(6, 2, 1, .2f, .9f, .5f, .1f, 1, -.7f, .8f, -1, -.3f, .4f, -.9f));
    static final Space Y =
            Space.of(
                    "y",
                    Matrix.of(
                            6, 2, .9f, .35f, .3f, .95f, .2f, .8f, -.8f, .5f, -.9f, -.6f, .55f,
                            -.7f));

    private Six() {}
}
