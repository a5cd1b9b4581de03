package relrep.runtime.compute;

import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.workbench.measure.MeanCosine;

import java.util.Locale;

/**
 * Warns when all latents point in nearly the same direction, since a similarity that is not
 * invariant to shifts then hardly distinguishes them.
 */
final class Anisotropy {
    private Anisotropy() {}

    static void note(String network, Matrix latents, String similarity, Run run) {
        double mean = MeanCosine.of(latents);
        if (mean > MeanCosine.NARROW) {
            run.note(
                    String.format(
                            Locale.ROOT,
                            "the latents of %s point in one direction (mean cosine %.2f, above %s):"
                                    + " %s sees mostly that direction, a similarity that does not"
                                    + " notice shifts sees more",
                            network,
                            mean,
                            MeanCosine.NARROW,
                            similarity));
        }
    }
}
