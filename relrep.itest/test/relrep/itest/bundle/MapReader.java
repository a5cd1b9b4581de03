package relrep.itest.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

import relrep.api.alignment.Alignment;
import relrep.api.data.Matrix;
import relrep.vectors.file.AlignmentFile;
import relrep.workbench.plugins.Registry;

import java.nio.file.Path;

/**
 * A third-party program in a bundle that loads a saved map and applies it. The tests pack this
 * class into a bundle.
 */
public final class MapReader implements BundleActivator {
    /** The variable that names the file with the map. */
    public static final String MAP = "RELREP_ITEST_MAP";

    @Override
    public void start(BundleContext context) {
        Registry plugins = context.getService(context.getServiceReference(Registry.class));
        Alignment map = AlignmentFile.read(Path.of(System.getenv(MAP))).alignment(plugins);
        Matrix image = map.apply(Matrix.of(1, 2, 2, 1));
        System.err.println("image %.3f %.3f".formatted(image.get(0, 0), image.get(0, 1)));
    }

    @Override
    public void stop(BundleContext context) {}
}
