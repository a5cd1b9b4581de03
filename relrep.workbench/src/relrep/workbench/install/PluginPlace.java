package relrep.workbench.install;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

import relrep.workbench.trust.Trust;
import relrep.workbench.trust.TrustList;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The launcher's settings for plugins.
 *
 * @param folder the folder of plugins
 * @param trust which of them may run
 * @param experiments the folder of experiments, if there is one
 * @param watched whether the folder is watched
 * @param shell whether the command is the interactive shell
 */
public record PluginPlace(
        Path folder, Trust trust, Optional<Path> experiments, boolean watched, boolean shell) {
    /** Returns the launcher's settings; empty without a launcher, as in tests. */
    public static Optional<PluginPlace> in(BundleContext context) {
        try {
            ServiceReference<?>[] found =
                    context.getAllServiceReferences(null, "(relrep.arguments=*)");
            return found == null || found[0].getProperty("relrep.plugins") == null
                    ? Optional.empty()
                    : Optional.of(of(found[0]));
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PluginPlace of(ServiceReference<?> launcher) {
        Path folder = Path.of((String) launcher.getProperty("relrep.plugins"));
        return new PluginPlace(
                folder,
                new Trust(is(launcher, "relrep.listed"), folder.resolve(TrustList.NAME)),
                Optional.ofNullable((String) launcher.getProperty("relrep.experiments"))
                        .map(Path::of),
                is(launcher, "relrep.watching"),
                is(launcher, "relrep.shell"));
    }

    private static boolean is(ServiceReference<?> launcher, String property) {
        return Boolean.TRUE.equals(launcher.getProperty(property));
    }
}
