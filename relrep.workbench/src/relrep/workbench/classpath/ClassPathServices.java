package relrep.workbench.classpath;

import relrep.api.plugin.Plugins;
import relrep.workbench.classpath.Component.Reference;
import relrep.workbench.contract.CheckedPlugin;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The components of a class path, with one instance each. An instance is created on first use. A
 * component that uses another jar's service gets it with checked results.
 */
final class ClassPathServices {
    private final ClassLoader loader;
    private final List<Component> components;
    private final Function<BundleJar, Plugins> plugins;
    private final Map<Component, Object> made = new HashMap<>();
    private final Map<Component, Optional<String>> obstacles = new HashMap<>();

    /**
     * Makes the services of these components.
     *
     * @param plugins returns the {@link Plugins} service for the components of a jar
     */
    ClassPathServices(
            ClassLoader loader, List<Component> components, Function<BundleJar, Plugins> plugins) {
        this.loader = loader;
        this.components =
                components.stream()
                        .sorted(Comparator.comparingInt(Component::ranking).reversed())
                        .toList();
        this.plugins = plugins;
    }

    /** Returns all components: higher rankings first, then in the order of the class path. */
    List<Component> components() {
        return components;
    }

    /** Returns why a component cannot be created, one sentence. */
    synchronized Optional<String> obstacle(Component component) {
        return obstacle(component, new HashSet<>());
    }

    private Optional<String> obstacle(Component component, Set<Component> above) {
        Optional<String> known = obstacles.get(component);
        if (known != null) {
            return known;
        }
        if (!above.add(component)) {
            return Optional.of("it needs itself");
        }
        Optional<String> found = missing(component, above).or(() -> unfit(component));
        above.remove(component);
        obstacles.put(component, found);
        return found;
    }

    private Optional<String> missing(Component component, Set<Component> above) {
        for (Reference reference : component.references()) {
            if (reference.required()
                    && !builtIn(reference)
                    && providers(reference, above).isEmpty()
                    && !loaded(reference)) {
                return Optional.of(
                        "it needs a %s%s, and nothing on the class path offers one"
                                .formatted(
                                        reference.contract(),
                                        reference.target().map(" with "::concat).orElse("")));
            }
        }
        return Optional.empty();
    }

    /** Returns whether a jar names an implementation for {@link ServiceLoader}. */
    private boolean loaded(Reference reference) {
        try {
            return loader(reference).findFirst().isPresent();
        } catch (ClassNotFoundException | ServiceConfigurationError | LinkageError broken) {
            return false;
        }
    }

    /**
     * Loads the services that a bundle's activator would register; they have no component
     * description.
     */
    private Stream<? extends ServiceLoader.Provider<?>> loader(Reference reference)
            throws ClassNotFoundException {
        return reference.target().isPresent()
                ? Stream.empty()
                : ServiceLoader.load(loader.loadClass(reference.contract()), loader).stream();
    }

    private Optional<String> unfit(Component component) {
        try {
            return ComponentFactory.of(component, loader).obstacle();
        } catch (ReflectiveOperationException | LinkageError broken) {
            return Optional.of("its class cannot be loaded: " + broken);
        }
    }

    private static boolean builtIn(Reference reference) {
        return reference.contract().equals(Plugins.class.getName());
    }

    private List<Component> providers(Reference reference, Set<Component> above) {
        return components.stream()
                .filter(one -> one.interfaces().contains(reference.contract()))
                .filter(one -> fits(reference, one))
                .filter(one -> obstacle(one, above).isEmpty())
                .toList();
    }

    private static boolean fits(Reference reference, Component component) {
        if (reference.target().isEmpty()) {
            return true;
        }
        try {
            return ServiceFilter.of(reference.target().get()).matches(component.properties());
        } catch (LinkageError withoutOsgi) {
            return false;
        }
    }

    /**
     * Returns the instance of a component.
     *
     * @throws ReflectiveOperationException when its class lacks a member that the description names
     * @throws InvocationTargetException when its code throws
     */
    synchronized Object get(Component component) throws ReflectiveOperationException {
        Object known = made.get(component);
        if (known == null) {
            known = ComponentFactory.of(component, loader).make(one -> services(component, one));
            made.put(component, known);
        }
        return known;
    }

    /** Returns the services of a contract that can be created, best first. */
    synchronized <T> List<T> get(Class<T> contract) throws ReflectiveOperationException {
        List<T> all = new ArrayList<>();
        for (Component component : components) {
            if (component.interfaces().contains(contract.getName())
                    && obstacle(component).isEmpty()) {
                all.add(checked(contract, get(component)));
            }
        }
        return all;
    }

    private List<Object> services(Component asking, Reference reference) {
        if (builtIn(reference)) {
            return List.of(plugins.apply(asking.jar()));
        }
        List<Object> all = new ArrayList<>();
        try {
            for (Component provider : providers(reference, new HashSet<>())) {
                Object service = get(provider);
                all.add(
                        provider.jar().equals(asking.jar())
                                ? service
                                : checked(reference.contract(), service));
            }
            if (all.isEmpty()) {
                for (ServiceLoader.Provider<?> each : loader(reference).toList()) {
                    Object service = each.get();
                    all.add(checked(reference.contract(), service));
                }
            }
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(
                    "a %s cannot be made: %s".formatted(reference.contract(), cause(broken)),
                    broken);
        }
        return all;
    }

    private <T> Object checked(String contract, Object service) throws ClassNotFoundException {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) loader.loadClass(contract);
        return checked(type, service);
    }

    private static <T> T checked(Class<T> contract, Object service) {
        return CheckedPlugin.of(contract, service.getClass().getSimpleName(), service);
    }

    /** Returns the exception that the component's own code threw, if it did. */
    static Throwable cause(ReflectiveOperationException broken) {
        return broken instanceof InvocationTargetException && broken.getCause() != null
                ? broken.getCause()
                : broken;
    }
}
