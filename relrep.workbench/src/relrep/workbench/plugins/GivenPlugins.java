package relrep.workbench.plugins;

import relrep.workbench.plugins.InstalledPlugin.State;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A registry of plugins that the program creates itself. */
public class GivenPlugins implements Registry {
    private final List<InstalledPlugin> installed = new ArrayList<>();
    private final Map<String, Object> services = new HashMap<>();

    /**
     * Adds a plugin.
     *
     * @param plugin its entry in the list
     * @param service the plugin itself; it is not used where the plugin is not {@link State#READY}
     */
    public GivenPlugins with(InstalledPlugin plugin, Object service) {
        installed.add(plugin);
        services.put(plugin.kind() + plugin.name(), service);
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
