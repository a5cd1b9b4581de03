package relrep.workbench.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.plugin.Plugin;
import relrep.api.run.InvalidInputException;
import relrep.workbench.install.PluginLease;
import relrep.workbench.install.PluginLeases;
import relrep.workbench.plugins.InstalledPlugin.State;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** The registry of plugins in a running framework. It asks the service registry each time. */
@Component(service = {Registry.class, ServiceRegistry.class})
public final class ServiceRegistry implements Registry {
    private final BundleContext context;
    private final Set<ServiceReference<?>> kept = ConcurrentHashMap.newKeySet();
    private final UnsatisfiedPlugins unsatisfied;
    private final PluginLeases leases;
    private final CreationTrials trials;
    private final UsedPluginJars strangers = new UsedPluginJars();

    /** Makes the component. */
    @Activate
    public ServiceRegistry(BundleContext context, @Reference PluginLeases leases) {
        this.context = context;
        this.leases = leases;
        this.trials = new CreationTrials(context);
        this.unsatisfied = new UnsatisfiedPlugins(context);
    }

    @Override
    public List<InstalledPlugin> tried() {
        for (Kind kind : Kind.values()) {
            trials.of(references(kind));
        }
        return installed();
    }

    @Override
    public List<InstalledPlugin> installed() {
        List<InstalledPlugin> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Set<ServiceReference<?>> references = references(kind);
            NameConflicts namesakes = new NameConflicts();
            for (ServiceReference<?> reference : references) {
                InstalledPlugin plugin = ReservedNames.judge(describe(kind, reference));
                all.add(namesakes.judge(trials.judge(plugin, reference), reference));
            }
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
    public long now() {
        return strangers.now();
    }

    @Override
    public List<PluginOrigin> lentAfter(long moment) {
        return strangers.after(moment);
    }

    /** Records that a service of a bundle is used although it was not looked up here. */
    void used(Bundle bundle) {
        strangers.lend(bundle);
    }

    @Override
    public <T> List<T> nameless(Class<T> contract, int most) {
        List<T> services = new ArrayList<>();
        for (ServiceReference<?> reference : leases.look(() -> all(contract))) {
            Object service = services.size() < most ? context.getService(reference) : null;
            if (service != null) {
                services.add(contract.cast(service));
                strangers.lend(reference.getBundle());
            }
        }
        return services;
    }

    private <T> List<ServiceReference<T>> all(Class<T> contract) {
        try {
            return context.getServiceReferences(contract, null).stream()
                    .sorted(new Precedence())
                    .toList();
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Optional<String> withheld(String name) {
        return new UntrustedPlugins(context).sentence(name);
    }

    @Override
    public <R> R use(Kind kind, String name, Function<Object, R> borrower) {
        return use(kind, name, (service, bundle) -> borrower.apply(service), reference -> true);
    }

    /**
     * Returns a plugin for use by another plugin. The service is not released, since releasing
     * would deactivate it while it is in use. A plugin of the same bundle gets it unchecked, others
     * get it with checked results.
     *
     * @param asking the bundle of the plugin that uses it
     */
    <T> T lend(Class<T> contract, String expression, Bundle asking) {
        Expression written = Expression.parse(expression);
        return use(
                Kind.of(contract),
                written.name(),
                (service, bundle) -> {
                    Configured<T> configured =
                            Options.of(written.name(), service)
                                    .configure(contract, written.options());
                    return asking.equals(bundle) ? configured.original() : configured.plugin();
                },
                this::keep);
    }

    /** Keeps a service. From here on, every user of it already has a lease. */
    private boolean keep(ServiceReference<?> reference) {
        leases.takeForAll(reference.getBundle());
        kept.removeIf(each -> each.getBundle() == null);
        return !kept.add(reference);
    }

    private <R> R use(
            Kind kind,
            String name,
            BiFunction<Object, Bundle, R> borrower,
            Predicate<ServiceReference<?>> giveBack) {
        String why = ComponentFailure.MUTE;
        try (PluginLease lease = leases.open()) {
            List<ServiceReference<?>> named =
                    references(kind).stream()
                            .filter(each -> name.equals(each.getProperty(Plugin.NAME)))
                            .filter(each -> ReservedNames.reason(kind, name).isEmpty())
                            .toList();
            named.forEach(each -> lease.take(each.getBundle()));
            lease.settle();
            for (ServiceReference<?> reference : named) {
                Object service = context.getService(reference);
                if (service != null) {
                    strangers.lend(reference.getBundle());
                    try {
                        return borrower.apply(service, reference.getBundle());
                    } finally {
                        if (giveBack.test(reference)) {
                            context.ungetService(reference);
                        }
                    }
                }
                why = new ComponentFailure(context).of(reference);
            }
        }
        require(kind, name);
        throw new InvalidInputException(
                "%s '%s' is installed, but could not be made: %s"
                        .formatted(kind.word(), name, why));
    }

    /** The services of a kind, each once, by precedence. */
    private Set<ServiceReference<?>> references(Kind kind) {
        return leases.look(() -> registered(kind));
    }

    private Set<ServiceReference<?>> registered(Kind kind) {
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
        found.sort(new Precedence());
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
