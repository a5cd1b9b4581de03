package relrep.transforms;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.plugin.Plugin;
import relrep.api.run.Run;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformState;
import relrep.kernels.tile.Moments;

import java.util.Map;

/**
 * Standardisation, {@code z' = (z - mean) / deviation} for each coordinate, with the deviation
 * divided by <i>n</i>. A coordinate that is constant on the training latents, or varies by rounding
 * alone, is centred and not divided.
 */
@Component(service = Transform.class)
@Plugin(
        name = "standardise",
        description =
                "gives every coordinate mean 0 and deviation 1 on the training latents; constant"
                        + " ones become 0",
        source = "Pearson, Contributions to the mathematical theory of evolution, 1894")
public final class Standardise implements Transform {
    /** A deviation up to this share of a coordinate's size is rounding: 8 roundings of a float. */
    private static final double ROUNDING = 8 * 0x1p-24;

    @Override
    public FittedTransform fit(Space training, Run run) {
        Matrix latents = Training.of("standardise", training);
        Moments moments = Moments.of(latents);
        double[] mean = moments.mean();
        double[] variance = moments.variance();
        double[] factor = new double[mean.length];
        int constant = 0;
        for (int j = 0; j < factor.length; j++) {
            double size = Math.sqrt(mean[j] * mean[j] + variance[j]);
            double deviation = Math.sqrt(variance[j]);
            boolean varies = deviation > ROUNDING * size && 1 / deviation < Float.MAX_VALUE;
            factor[j] = varies ? 1 / deviation : 1;
            constant += varies ? 0 : 1;
        }
        if (constant > 0) {
            run.note(
                    "standardise centres %d of %d coordinates of '%s' without dividing them: they are constant"
                            .formatted(constant, factor.length, training.name()));
        }
        return new CoordinateMap(mean, factor, Map.of("constant-coordinates", (double) constant));
    }

    @Override
    public FittedTransform restore(TransformState state) {
        return CoordinateMap.restored(state);
    }
}
