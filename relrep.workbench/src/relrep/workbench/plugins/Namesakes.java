package relrep.workbench.plugins;

import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

import relrep.workbench.plugins.InstalledPlugin.State;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plugins of one kind, looked at by precedence: of several with one name the first is used. */
final class Namesakes {
    private final Map<List<String>, InstalledPlugin> used = new HashMap<>();

    /** Returns a plugin as it is, or as hidden by the one that was used before it. */
    InstalledPlugin judge(InstalledPlugin plugin, ServiceReference<?> reference) {
        if (plugin.state() != State.READY) {
            return plugin;
        }
        InstalledPlugin first =
                used.putIfAbsent(List.of(plugin.name(), role(plugin, reference)), plugin);
        return first == null
                ? plugin
                : plugin.in(
                        State.HIDDEN,
                        "%s %s has a plugin of the same name: %s"
                                .formatted(first.bundle(), first.version(), Precedence.RULE));
    }

    /** Metrics of one name that measure different things do not stand in each other's way. */
    private static String role(InstalledPlugin plugin, ServiceReference<?> reference) {
        return plugin.kind() == Kind.METRIC
                ? String.join(" ", (String[]) reference.getProperty(Constants.OBJECTCLASS))
                : "";
    }
}
