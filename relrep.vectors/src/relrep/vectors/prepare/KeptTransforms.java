package relrep.vectors.prepare;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformChain;
import relrep.api.transform.TransformState;
import relrep.workbench.contract.CheckedPlugin;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The transforms of one space as a file keeps them. The first of the source is {@code
 * source-transform.1}: metadata of this name hold the plugin, and tensors and further metadata
 * begin with it.
 *
 * @param list in the order in which they apply
 */
public record KeptTransforms(List<Kept> list) {
    private static final String STATE = ".state.";
    private static final String DIAGNOSTIC = ".diagnostic.";

    /** Keeps a copy of the list. */
    public KeptTransforms {
        list = List.copyOf(list);
    }

    /**
     * One of them.
     *
     * @param name the plugin with its options
     * @param state from which it is made again
     */
    public record Kept(Expression name, TransformState state) {}

    /** Returns no transforms. */
    public static KeptTransforms none() {
        return new KeptTransforms(List.of());
    }

    private static String prefix(String side, int number) {
        return "%s-transform.%d".formatted(side, number);
    }

    /**
     * Adds the transforms to what a file holds.
     *
     * @param side {@code source} or {@code target}
     * @throws InvalidInputException when a tensor of the map has a name of theirs
     */
    public void write(String side, Map<String, Matrix> tensors, Map<String, String> metadata) {
        String names = prefix(side, 1).replaceFirst("1$", "");
        for (String tensor : tensors.keySet()) {
            if (!list.isEmpty() && tensor.startsWith(names)) {
                throw new InvalidInputException(
                        "a tensor of a map must have a name that does not begin with %s, not '%s'"
                                .formatted(names, tensor));
            }
        }
        for (int i = 0; i < list.size(); i++) {
            String prefix = prefix(side, i + 1);
            metadata.put(prefix, list.get(i).name().toString());
            TransformState state = list.get(i).state();
            state.tensors().forEach((name, tensor) -> tensors.put(prefix + "." + name, tensor));
            state.attributes().forEach((name, text) -> metadata.put(prefix + STATE + name, text));
            state.diagnostics()
                    .forEach(
                            (name, value) ->
                                    metadata.put(prefix + DIAGNOSTIC + name, value.toString()));
        }
    }

    /**
     * Takes the transforms out of what a file holds.
     *
     * @param file its name in messages
     * @param side {@code source} or {@code target}
     * @throws InvalidInputException when a name or a number is malformed
     */
    public static KeptTransforms take(
            String file, String side, Map<String, Matrix> tensors, Map<String, String> metadata) {
        List<Kept> all = new ArrayList<>();
        for (String prefix = prefix(side, 1);
                metadata.containsKey(prefix);
                prefix = prefix(side, all.size() + 1)) {
            String name = metadata.remove(prefix);
            Map<String, Double> diagnostics = new LinkedHashMap<>();
            cut(prefix + DIAGNOSTIC, metadata)
                    .forEach((key, text) -> diagnostics.put(key, number(file, key, text)));
            Map<String, String> attributes = cut(prefix + STATE, metadata);
            all.add(
                    new Kept(
                            parsed(file, name),
                            new TransformState(
                                    cut(prefix + ".", tensors), attributes, diagnostics)));
        }
        return new KeptTransforms(all);
    }

    /** Removes the entries whose name begins with a prefix, and returns them without it. */
    private static <T> Map<String, T> cut(String prefix, Map<String, T> entries) {
        Map<String, T> cut = new LinkedHashMap<>();
        for (Iterator<Map.Entry<String, T>> all = entries.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, T> entry = all.next();
            if (entry.getKey().startsWith(prefix)) {
                cut.put(entry.getKey().substring(prefix.length()), entry.getValue());
                all.remove();
            }
        }
        return cut;
    }

    private static Expression parsed(String file, String name) {
        try {
            return Expression.parse(name);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "%s must name its transforms, but %s".formatted(file, e.getMessage()), e);
        }
    }

    private static double number(String file, String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    "%s must have a number for %s, not '%s'".formatted(file, name, text), e);
        }
    }

    /**
     * Makes the transforms again.
     *
     * @param width of a row before the first
     * @throws InvalidInputException when a plugin is unknown or refuses its state
     */
    public NamedTransforms restored(Registry registry, int width) {
        List<FittedTransform> steps = new ArrayList<>();
        int from = width;
        for (Kept kept : list) {
            registry.require(Kind.TRANSFORM, kept.name().name());
            int before = from;
            FittedTransform step =
                    registry.configured(
                            Kind.TRANSFORM,
                            Transform.class,
                            kept.name(),
                            configured ->
                                    CheckedPlugin.from(
                                            before, configured.plugin().restore(kept.state())));
            steps.add(step);
            from = step.width();
        }
        return new NamedTransforms(
                list.stream().map(Kept::name).toList(), new TransformChain(steps, width));
    }
}
