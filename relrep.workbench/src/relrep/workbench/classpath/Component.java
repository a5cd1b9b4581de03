package relrep.workbench.classpath;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A component as declared by its description in a jar. Its class is not loaded.
 *
 * @param jar that has the description
 * @param className of the implementation
 * @param interfaces that it is registered under
 * @param properties of the service, by name
 * @param references to other services
 * @param parameters of its constructor
 * @param activate the method that is called when all references are set, where it is named
 * @param configured whether it needs a configuration
 */
record Component(
        BundleJar jar,
        String className,
        List<String> interfaces,
        Map<String, Object> properties,
        List<Reference> references,
        int parameters,
        Optional<String> activate,
        boolean configured) {

    /**
     * A service that a component needs.
     *
     * @param contract the name of its interface
     * @param cardinality {@code 0..1}, {@code 1..1}, {@code 0..n} or {@code 1..n}
     * @param target a filter on the properties of the service
     * @param parameter its place in the constructor
     * @param field that takes it
     * @param bind a method that takes it
     */
    record Reference(
            String contract,
            String cardinality,
            Optional<String> target,
            Optional<Integer> parameter,
            Optional<String> field,
            Optional<String> bind) {
        boolean required() {
            return cardinality.startsWith("1");
        }

        boolean several() {
            return cardinality.endsWith("n");
        }
    }

    /** Returns a property of type text, or an empty one. */
    String text(String name) {
        return properties.getOrDefault(name, "").toString();
    }

    int ranking() {
        return properties.get("service.ranking") instanceof Integer ranking ? ranking : 0;
    }
}
