package relrep.cli.command;

import relrep.workbench.plugins.GivenPlugins;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.InstalledPlugin.State;
import relrep.workbench.plugins.Kind;

/** Plugins of a bundle {@code com.example}, described only by their names. */
public class ExamplePlugins extends GivenPlugins {
    public ExamplePlugins with(Kind kind, String name, Object service) {
        with(
                new InstalledPlugin(
                        kind,
                        name,
                        "A " + name,
                        "Ada, 1843",
                        "com.example",
                        "1.0.0",
                        State.READY,
                        ""),
                service);
        return this;
    }

    public ExamplePlugins waiting(Kind kind, String name, String reason) {
        with(
                new InstalledPlugin(
                        kind, name, "A " + name, "", "com.example", "1.0.0", State.WAITING, reason),
                null);
        return this;
    }
}
