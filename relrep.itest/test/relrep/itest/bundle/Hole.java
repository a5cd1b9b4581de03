package relrep.itest.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.data.Split;
import relrep.api.plugin.Plugin;
import relrep.api.run.Run;

import java.util.Map;
import java.util.Optional;

/** A third-party dataset with NaN in row 3, column 2 of its test samples. */
public final class Hole implements BundleActivator, Dataset {
    private static final int WIDTH = 5;

    @Override
    public void start(BundleContext context) {
        Map<String, String> properties =
                Map.of(Plugin.NAME, "hole", Plugin.DESCRIPTION, "samples with a hole");
        context.registerService(Dataset.class, this, FrameworkUtil.asDictionary(properties));
    }

    @Override
    public void stop(BundleContext context) {}

    @Override
    public Split load(DataPlaces places, Run run) {
        Samples test = samples(40);
        float[] values = test.inputs().toArray();
        values[3 * WIDTH + 2] = Float.NaN;
        Samples broken = new Samples(Matrix.of(40, WIDTH, values), test.shape(), test.labels());
        return new Split(samples(100), broken, Map.of("none", "0".repeat(64)));
    }

    private static Samples samples(int n) {
        float[] values = new float[n * WIDTH];
        int[] labels = new int[n];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 37 % 101) / 101f;
            labels[i / WIDTH] = i % 2;
        }
        return new Samples(
                Matrix.of(n, WIDTH, values), Shape.vector(WIDTH), Optional.of(Labels.of(labels)));
    }
}
