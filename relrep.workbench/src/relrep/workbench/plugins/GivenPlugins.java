package relrep.workbench.plugins;

import relrep.workbench.plugins.InstalledPlugin.State;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A registry of plugins that a program makes itself. */
public class GivenPlugins implements Registry {
    private final List<InstalledPlugin> installed = new ArrayList<>();
    private final Map<String, Object> services = new HashMap<>();

    public GivenPlugins with(Kind kind, String name, Object service) {
        installed.add(
                new InstalledPlugin(
                        kind,
                        name,
                        "A " + name,
                        "Ada, 1843",
                        "com.example",
                        "1.0.0",
                        State.READY,
                        ""));
        services.put(kind + name, service);
        return this;
    }

    public GivenPlugins waiting(Kind kind, String name, String reason) {
        installed.add(
                new InstalledPlugin(
                        kind,
                        name,
                        "A " + name,
                        "",
                        "com.example",
                        "1.0.0",
                        State.WAITING,
                        reason));
        return this;
    }

    @Override
    public List<InstalledPlugin> installed() {
        return installed;
    }

    @Override
    public <R> R use(Kind kind, String name, Function<Object, R> borrower) {
        require(kind, name);
        return borrower.apply(services.get(kind + name));
    }
}
