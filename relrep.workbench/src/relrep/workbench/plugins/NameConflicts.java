package relrep.workbench.plugins;

import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

import relrep.workbench.plugins.InstalledPlugin.State;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Marks plugins of one kind that share a name. They are examined by precedence: the first is used,
 * and the others are hidden.
 */
final class NameConflicts {
    private final Map<List<String>, InstalledPlugin> used = new HashMap<>();

    /** Returns a plugin unchanged, or marked as hidden by an earlier one of its name. */
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

    /**
     * The role of a metric. Metrics with the same name do not hide each other if they measure
     * different things.
     */
    private static String role(InstalledPlugin plugin, ServiceReference<?> reference) {
        return plugin.kind() == Kind.METRIC
                ? String.join(" ", (String[]) reference.getProperty(Constants.OBJECTCLASS))
                : "";
    }
}
