package relrep.report.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reports the lines of a table that are worse than the mean image, a result that several papers
 * print without noticing.
 */
final class Floor {
    private final List<Group> groups;
    private final Layout layout;
    private final String metric;

    private Floor(List<Group> groups, Layout layout, String metric) {
        this.groups = groups;
        this.layout = layout;
        this.metric = metric;
    }

    /** Returns a sentence; empty if no line is worse than the mean image. */
    static Optional<String> note(List<Group> groups, Layout layout, String metric) {
        Floor floor = new Floor(groups, layout, metric);
        List<String> beaten = groups.stream().filter(floor::beats).map(floor::name).toList();
        return beaten.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Always showing the mean image has a better %s than %s."
                                .formatted(metric, String.join("; ", beaten)));
    }

    /**
     * Returns whether a line is better than the mean image. Principal components define which side
     * is better, since they extend the mean image. Without them, the networks with their own
     * decoders define it, if they learnt anything.
     */
    private boolean beats(Group group) {
        OptionalDouble floor = mean("mean-image", group);
        OptionalDouble components = mean("pca", group);
        OptionalDouble good = components.isPresent() ? components : mean("own", group);
        double value = group.moments(metric).mean();
        return floor.isPresent()
                && good.isPresent()
                && (good.getAsDouble() - floor.getAsDouble()) * (value - floor.getAsDouble()) < 0;
    }

    private OptionalDouble mean(String name, Group like) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .filter(group -> group.factor("dataset").equals(like.factor("dataset")))
                .mapToDouble(group -> group.moments(metric).mean())
                .filter(Double::isFinite)
                .findFirst();
    }

    private String name(Group group) {
        Map<String, String> rest = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>(layout.columns());
        columns.remove("bridge");
        for (String column : columns) {
            String entry = Layout.entry(group, column);
            if (!entry.isEmpty()) {
                rest.put(column, entry);
            }
        }
        return rest.isEmpty() ? group.name() : group.name() + " (" + Layout.words(rest) + ")";
    }
}
