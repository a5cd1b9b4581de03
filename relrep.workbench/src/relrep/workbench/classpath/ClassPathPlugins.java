package relrep.workbench.classpath;

import relrep.api.plugin.Plugin;
import relrep.api.run.InvalidInputException;
import relrep.workbench.plugins.Configured;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.InstalledPlugin.State;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Options;
import relrep.workbench.plugins.Registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The plugins on the class path, for a Java program without a framework. It reads the descriptions
 * of components that the jars carry for Declarative Services, so a plugin's jar needs nothing more.
 *
 * <pre>{@code
 * ClassPathPlugins plugins = ClassPathPlugins.load();
 * Aligner aligner = plugins.get(Aligner.class, "ridge(lambda=2)");
 * }</pre>
 *
 * <p>The results of plugins are checked as in a framework. Listing plugins creates none. Of several
 * plugins with one name the one with the highest {@code service.ranking} is used; among equals, the
 * first on the class path. A plugin that needs a framework is {@link State#WAITING}, with the
 * reason.
 */
public final class ClassPathPlugins implements Registry {
    private static final String RULE =
            "the higher service.ranking is used, then the jar that comes first on the class path";

    private final ClassPathServices services;
    private final List<String> troubles;

    private ClassPathPlugins(
            ClassLoader loader, List<Component> components, List<String> troubles) {
        this.services = new ClassPathServices(loader, components, jar -> new JarPlugins(this, jar));
        this.troubles = List.copyOf(troubles);
    }

    /** Finds the plugins on the class path of this thread's class loader. */
    public static ClassPathPlugins load() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return load(loader == null ? ClassPathPlugins.class.getClassLoader() : loader);
    }

    /**
     * Finds the plugins on the class path of a class loader. Descriptions are read now; classes are
     * loaded when a plugin is used.
     */
    public static ClassPathPlugins load(ClassLoader loader) {
        List<Component> components = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        try {
            for (BundleJar jar : BundleJar.all(loader)) {
                for (String path : jar.paths()) {
                    try {
                        components.addAll(ComponentReader.read(jar, path));
                    } catch (IOException malformed) {
                        troubles.add(
                                "%s%s cannot be read: %s"
                                        .formatted(jar.root(), path, malformed.getMessage()));
                    }
                }
            }
        } catch (IOException unreadable) {
            troubles.add("the class path cannot be read: " + unreadable.getMessage());
        }
        return new ClassPathPlugins(loader, components, troubles);
    }

    /** Returns why some descriptions could not be read, one sentence each. */
    public List<String> troubles() {
        return troubles;
    }

    /**
     * Returns a plugin with its options. Its results are checked against its contract.
     *
     * @param contract the contract that it must implement, {@code Aligner.class}
     * @param expression name and options, {@code ridge(lambda=2)} or {@code ridge:lambda=2}
     * @throws InvalidInputException when the expression is malformed, no plugin has this name, the
     *     plugin cannot be created, or it refuses the options
     */
    public <T> T get(Class<T> contract, String expression) {
        Kind kind = Kind.of(contract);
        Expression written = Expression.parse(expression);
        return tuned(kind, contract, written, found(kind, written.name())).plugin();
    }

    /**
     * Returns all services of a contract without names, for example {@code
     * RetrievalAppraiser.class}, best first. Their results are checked against the contract.
     */
    public <T> List<T> services(Class<T> contract) {
        try {
            return services.get(contract);
        } catch (ReflectiveOperationException broken) {
            throw refused("a " + contract.getSimpleName(), broken);
        }
    }

    @Override
    public <T> List<T> nameless(Class<T> contract, int most) {
        return services(contract).stream().limit(most).toList();
    }

    @Override
    public <R> R use(Kind kind, String name, Function<Object, R> borrower) {
        return borrower.apply(made(kind, found(kind, name)));
    }

    @Override
    public List<InstalledPlugin> installed() {
        List<InstalledPlugin> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Map<List<String>, Component> used = new HashMap<>();
            for (Component component : components(kind)) {
                all.add(describe(kind, component, used));
            }
        }
        all.sort(Comparator.comparing(InstalledPlugin::kind).thenComparing(InstalledPlugin::name));
        return all;
    }

    private InstalledPlugin describe(
            Kind kind, Component component, Map<List<String>, Component> used) {
        Optional<String> obstacle = services.obstacle(component);
        State state = obstacle.isEmpty() ? State.READY : State.WAITING;
        String reason = obstacle.orElse("");
        if (obstacle.isEmpty()) {
            // Metrics of one name that measure different things do not hide each other.
            String role = kind == Kind.METRIC ? component.interfaces().toString() : "";
            Component first =
                    used.putIfAbsent(List.of(component.text(Plugin.NAME), role), component);
            if (first != null) {
                state = State.HIDDEN;
                reason =
                        "%s %s has a plugin of the same name: %s"
                                .formatted(first.jar().name(), first.jar().version(), RULE);
            }
        }
        return new InstalledPlugin(
                kind,
                component.text(Plugin.NAME),
                component.text(Plugin.DESCRIPTION),
                component.text(Plugin.SOURCE),
                component.jar().name(),
                component.jar().version(),
                state,
                reason);
    }

    private List<Component> components(Kind kind) {
        return services.components().stream()
                .filter(one -> !one.text(Plugin.NAME).isEmpty())
                .filter(
                        one ->
                                kind.contracts().stream()
                                        .map(Class::getName)
                                        .anyMatch(one.interfaces()::contains))
                .toList();
    }

    private Component found(Kind kind, String name) {
        return components(kind).stream()
                .filter(one -> one.text(Plugin.NAME).equals(name))
                .filter(one -> services.obstacle(one).isEmpty())
                .findFirst()
                .orElseThrow(
                        () -> {
                            require(kind, name);
                            return new IllegalStateException(name + " is there and is not");
                        });
    }

    private Object made(Kind kind, Component component) {
        try {
            return services.get(component);
        } catch (ReflectiveOperationException broken) {
            throw refused("%s '%s'".formatted(kind.word(), component.text(Plugin.NAME)), broken);
        }
    }

    private static InvalidInputException refused(String what, ReflectiveOperationException broken) {
        Throwable cause = ClassPathServices.cause(broken);
        return new InvalidInputException("%s could not be made: %s".formatted(what, cause), cause);
    }

    private <T> Configured<T> tuned(
            Kind kind, Class<T> contract, Expression written, Component component) {
        Object service = made(kind, component);
        if (!contract.isInstance(service)) {
            throw new InvalidInputException(
                    "%s '%s' must be a %s, and is registered as %s"
                            .formatted(
                                    kind.word(),
                                    written.name(),
                                    contract.getSimpleName(),
                                    String.join(", ", component.interfaces())));
        }
        return Options.of(written.name(), service).configure(contract, written.options());
    }

    /**
     * The plugins as seen by the plugins of one jar: unchecked from the same jar, checked from
     * other jars.
     */
    private record JarPlugins(ClassPathPlugins all, BundleJar jar)
            implements relrep.api.plugin.Plugins {
        @Override
        public <T> T get(Class<T> contract, String expression) {
            Kind kind = Kind.of(contract);
            Expression written = Expression.parse(expression);
            Component component = all.found(kind, written.name());
            Configured<T> configured = all.tuned(kind, contract, written, component);
            return component.jar().equals(jar) ? configured.original() : configured.plugin();
        }
    }
}
