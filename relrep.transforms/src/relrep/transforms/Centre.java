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

import java.util.Arrays;
import java.util.Map;

/** Centring, {@code z' = z - mean}: the mean of the training latents becomes 0. */
@Component(service = Transform.class)
@Plugin(
        name = "centre",
        description = "subtracts the mean of the training latents",
        source = "Pearson, On lines and planes of closest fit to systems of points in space, 1901")
public final class Centre implements Transform {
    @Override
    public FittedTransform fit(Space training, Run run) {
        Matrix latents = Training.of("centre", training);
        double[] factor = new double[latents.cols()];
        Arrays.fill(factor, 1);
        return new CoordinateMap(Moments.of(latents).mean(), factor, Map.of());
    }

    @Override
    public FittedTransform restore(TransformState state) {
        return CoordinateMap.restored(state);
    }
}
