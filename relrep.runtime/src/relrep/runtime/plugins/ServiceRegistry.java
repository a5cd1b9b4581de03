package relrep.runtime.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.plugin.Plugin;
import relrep.api.plugin.Plugins;
import relrep.api.run.InvalidInputException;
import relrep.runtime.plugins.InstalledPlugin.State;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The registry of the framework that runs: asks the service registry each time. */
@Component
public final class ServiceRegistry implements Registry, Plugins {
    private final BundleContext context;
    private final Set<ServiceReference<?>> kept = ConcurrentHashMap.newKeySet();
    private final UnsatisfiedPlugins unsatisfied;

    /** Works in a framework. */
    @Activate
    public ServiceRegistry(BundleContext context) {
        this.context = context;
        this.unsatisfied = new UnsatisfiedPlugins(context);
    }

    @Override
    public List<InstalledPlugin> installed() {
        List<InstalledPlugin> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            references(kind).forEach(reference -> all.add(describe(kind, reference)));
        }
        for (InstalledPlugin unusable : unsatisfied.all()) {
            // A service that could not be made stays registered, since it might be another time.
            if (unusable.state() == State.FAILED) {
                all.removeIf(ready -> sameService(ready, unusable));
            }
            if (all.stream().noneMatch(ready -> sameService(ready, unusable))) {
                all.add(unusable);
            }
        }
        all.sort(Comparator.comparing(InstalledPlugin::kind).thenComparing(InstalledPlugin::name));
        return all;
    }

    private static boolean sameService(InstalledPlugin a, InstalledPlugin b) {
        return a.kind() == b.kind() && a.name().equals(b.name()) && a.bundle().equals(b.bundle());
    }

    @Override
    public <R> R use(Kind kind, String name, Function<Object, R> borrower) {
        return use(kind, name, borrower, reference -> true);
    }

    /**
     * A plugin that another one holds is not given back: it would be taken down in its hands. It is
     * handed out as its bundle made it: what the other one makes of it is checked.
     */
    @Override
    public <T> T get(Class<T> contract, String expression) {
        Expression written = Expression.parse(expression);
        return use(
                Kind.of(contract),
                written.name(),
                service ->
                        Options.of(written.name(), service)
                                .configure(contract, written.options())
                                .original(),
                reference -> !kept.add(reference));
    }

    private <R> R use(
            Kind kind,
            String name,
            Function<Object, R> borrower,
            Predicate<ServiceReference<?>> giveBack) {
        for (ServiceReference<?> reference : references(kind)) {
            if (name.equals(reference.getProperty(Plugin.NAME))) {
                Object service = context.getService(reference);
                if (service != null) {
                    try {
                        return borrower.apply(service);
                    } finally {
                        if (giveBack.test(reference)) {
                            context.ungetService(reference);
                        }
                    }
                }
            }
        }
        require(kind, name);
        throw new InvalidInputException(
                "%s '%s' was there and could not be made; its bundle's log says why"
                        .formatted(kind.word(), name));
    }

    /** The services of a kind, each once, the highest ranked first. */
    private Set<ServiceReference<?>> references(Kind kind) {
        List<ServiceReference<?>> found = new ArrayList<>();
        for (Class<?> contract : kind.contracts()) {
            try {
                ServiceReference<?>[] some =
                        context.getServiceReferences(contract.getName(), "(" + Plugin.NAME + "=*)");
                found.addAll(some == null ? List.of() : List.of(some));
            } catch (InvalidSyntaxException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        found.sort(Comparator.<ServiceReference<?>>naturalOrder().reversed());
        return new LinkedHashSet<>(found);
    }

    private static InstalledPlugin describe(Kind kind, ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return new InstalledPlugin(
                kind,
                text(reference.getProperty(Plugin.NAME)),
                text(reference.getProperty(Plugin.DESCRIPTION)),
                text(reference.getProperty(Plugin.SOURCE)),
                bundle == null ? "" : bundle.getSymbolicName(),
                bundle == null ? "" : bundle.getVersion().toString(),
                State.READY,
                "");
    }

    static String text(Object property) {
        return Objects.toString(property, "");
    }
}
