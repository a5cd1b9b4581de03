package relrep.runtime.provenance;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

import relrep.api.plugin.Plugin;
import relrep.workbench.install.PluginLeases;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Precedence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up services by contract and name. */
public final class Services {
    private final BundleContext context;
    private final PluginLeases leases;

    public Services(BundleContext context, PluginLeases leases) {
        this.context = context;
        this.leases = leases;
    }

    /** Returns a filter for services with one of these names; without names it matches nothing. */
    public static String filter(Iterable<String> names) {
        StringBuilder any = new StringBuilder();
        for (String name : names) {
            any.append('(').append(Plugin.NAME).append('=').append(escaped(name)).append(')');
        }
        return any.isEmpty() ? "(!(" + Plugin.NAME + "=*))" : "(|" + any + ")";
    }

    private static String escaped(String name) {
        return name.replaceAll("([\\\\*()])", "\\\\$1");
    }

    /** Returns the services of a contract with this name, by precedence. */
    public List<ServiceReference<?>> find(Class<?> contract, String name) {
        return find(contract.getName(), filter(List.of(name)));
    }

    public List<ServiceReference<?>> find(String contract, String filter) {
        return leases.look(() -> registered(contract, filter));
    }

    private List<ServiceReference<?>> registered(String contract, String filter) {
        try {
            ServiceReference<?>[] some = context.getServiceReferences(contract, filter);
            List<ServiceReference<?>> found =
                    new ArrayList<>(some == null ? List.of() : List.of(some));
            found.sort(new Precedence());
            return found;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the contract under which a plugin is registered. */
    public Optional<Class<?>> contract(Kind kind, String name) {
        for (Class<?> contract : kind.contracts()) {
            if (!find(contract, name).isEmpty()) {
                return Optional.of(contract);
            }
        }
        return Optional.empty();
    }
}
