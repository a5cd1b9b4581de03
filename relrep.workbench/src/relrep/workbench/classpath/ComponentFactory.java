package relrep.workbench.classpath;

import relrep.workbench.classpath.Component.Reference;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Creates one component: constructor, fields, methods, activation, in the order of Declarative
 * Services.
 */
final class ComponentFactory {
    private final Component component;
    private final Class<?> type;

    private ComponentFactory(Component component, Class<?> type) {
        this.component = component;
        this.type = type;
    }

    /**
     * Finds the services of a reference.
     *
     * @see ClassPathServices
     */
    interface Services {
        /** Returns the services, best first. */
        List<Object> of(Reference reference);
    }

    /**
     * Loads the class of a component.
     *
     * @throws ReflectiveOperationException when the class does not exist
     */
    static ComponentFactory of(Component component, ClassLoader loader)
            throws ReflectiveOperationException {
        return new ComponentFactory(component, loader.loadClass(component.className()));
    }

    /** Returns, in one sentence, what the component needs that only a framework has. */
    Optional<String> obstacle() {
        if (component.configured()) {
            return Optional.of("it needs a configuration, which only a framework has");
        }
        Optional<Constructor<?>> constructor = constructor();
        if (constructor.isEmpty()) {
            return Optional.of(
                    "%s has no public constructor of %d parameters"
                            .formatted(component.className(), component.parameters()));
        }
        Class<?>[] types = constructor.get().getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (reference(i).isEmpty() && types[i] != Map.class) {
                return Optional.of(
                        "its constructor takes a %s, which only a framework has"
                                .formatted(types[i].getSimpleName()));
            }
        }
        return activation()
                .flatMap(
                        method ->
                                Arrays.stream(method.getParameterTypes())
                                        .filter(taken -> taken != Map.class)
                                        .findFirst())
                .map(
                        taken ->
                                "its activation takes a %s, which only a framework has"
                                        .formatted(taken.getSimpleName()));
    }

    private Optional<Constructor<?>> constructor() {
        return Arrays.<Constructor<?>>stream(type.getConstructors())
                .filter(one -> one.getParameterCount() == component.parameters())
                .findFirst();
    }

    private Optional<Reference> reference(int parameter) {
        return component.references().stream()
                .filter(one -> one.parameter().filter(at -> at == parameter).isPresent())
                .findFirst();
    }

    /**
     * Creates the component.
     *
     * @throws ReflectiveOperationException when its class lacks a member that the description names
     * @throws InvocationTargetException when its code throws
     */
    Object make(Services services) throws ReflectiveOperationException {
        Constructor<?> constructor = constructor().orElseThrow();
        Class<?>[] types = constructor.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            Optional<Reference> reference = reference(i);
            arguments[i] =
                    reference.isPresent()
                            ? given(types[i], reference.get(), services)
                            : component.properties();
        }
        Object made = constructor.newInstance(arguments);
        for (Reference reference : component.references()) {
            inject(made, reference, services);
        }
        Optional<Method> activation = activation();
        if (activation.isPresent()) {
            Object[] properties = new Object[activation.get().getParameterCount()];
            Arrays.fill(properties, component.properties());
            open(activation.get()).invoke(made, properties);
        }
        return made;
    }

    private void inject(Object made, Reference reference, Services services)
            throws ReflectiveOperationException {
        if (reference.field().isPresent()) {
            Field field = field(reference.field().get());
            open(field).set(made, given(field.getType(), reference, services));
        }
        if (reference.bind().isPresent()) {
            Method bind =
                    method(reference.bind().get())
                            .filter(one -> one.getParameterCount() == 1)
                            .orElseThrow(() -> new NoSuchMethodException(reference.bind().get()));
            List<Object> all = services.of(reference);
            for (Object each :
                    reference.several() ? all : all.subList(0, Math.min(1, all.size()))) {
                open(bind).invoke(made, each);
            }
        }
    }

    private static Object given(Class<?> wanted, Reference reference, Services services) {
        List<Object> all = services.of(reference);
        if (reference.several()) {
            return List.copyOf(all);
        }
        Optional<Object> first = all.stream().findFirst();
        return wanted == Optional.class ? first : first.orElse(null);
    }

    /**
     * The activation method. A method called {@code activate} counts even if the description does
     * not name it, provided that its parameters are allowed.
     */
    private Optional<Method> activation() {
        return component.activate().isPresent()
                ? method(component.activate().get())
                : method("activate")
                        .filter(
                                method ->
                                        Arrays.stream(method.getParameterTypes())
                                                .allMatch(ComponentFactory::ofActivation));
    }

    private static boolean ofActivation(Class<?> taken) {
        return taken == Map.class || taken.getName().startsWith("org.osgi.");
    }

    private Optional<Method> method(String name) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Optional<Method> found =
                    Arrays.stream(each.getDeclaredMethods())
                            .filter(one -> one.getName().equals(name) && !one.isBridge())
                            .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Field field(String name) throws NoSuchFieldException {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }

    /** Makes a private member callable, as Declarative Services does. */
    private static <T extends AccessibleObject> T open(T member) {
        member.setAccessible(true);
        return member;
    }
}
