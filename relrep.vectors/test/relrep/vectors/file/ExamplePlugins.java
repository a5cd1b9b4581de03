package relrep.vectors.file;

import relrep.workbench.plugins.GivenPlugins;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.InstalledPlugin.State;
import relrep.workbench.plugins.Kind;

/** Plugins of a bundle {@code com.example} that are ready for use. */
final class ExamplePlugins extends GivenPlugins {
    ExamplePlugins with(Kind kind, String name, Object service) {
        with(
                new InstalledPlugin(
                        kind, name, "A " + name, "", "com.example", "1.0.0", State.READY, ""),
                service);
        return this;
    }
}
