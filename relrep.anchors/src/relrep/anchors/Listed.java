package relrep.anchors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Space;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Selects the samples that a list names, by their keys or by their row numbers. */
@Component(service = AnchorSelector.class)
@Plugin(
        name = "listed",
        description = "the samples that a list names, by key or by row number from 0",
        source = "Moschella et al., ICLR 2023: anchors may be chosen by hand")
public final class Listed implements AnchorSelector, Tunable<AnchorSelector, Listed.Options> {
    private static final int SHOWN = 3;

    private final Options options;

    /** Makes the selector with its default: the first row. */
    @Activate
    public Listed() {
        this(new Options(List.of(), List.of(0)));
    }

    private Listed(Options options) {
        this.options = options;
    }

    /**
     * The list; keys, if there are any, take the place of rows.
     *
     * @param keys of the anchors
     * @param rows numbers of the anchors, from 0
     */
    public record Options(
            @Option("keys of the samples; with them, rows are not used") List<String> keys,
            @Option(value = "row numbers of the samples, from 0", min = 0) List<Integer> rows) {
        /** Copies the lists, and checks that no anchor comes twice. */
        public Options {
            keys = List.copyOf(keys);
            rows = List.copyOf(rows);
            requireDifferent("keys", keys);
            requireDifferent("rows", rows);
            if (keys.isEmpty() && rows.isEmpty()) {
                throw new InvalidInputException("a list of anchors needs keys or rows");
            }
        }

        private static void requireDifferent(String what, List<?> list) {
            Set<Object> seen = new HashSet<>();
            for (Object one : list) {
                if (!seen.add(one)) {
                    throw new InvalidInputException(
                            "%s of anchors must differ, but '%s' comes twice".formatted(what, one));
                }
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public AnchorSelector with(Options changed) {
        return new Listed(changed);
    }

    @Override
    public Anchors select(Space space, Run run) {
        if (options.keys().isEmpty() && options.rows().equals(List.of(0))) {
            run.note("the list of anchors has row 0 alone; keys or rows name others");
        }
        return options.keys().isEmpty() ? byRow(space) : byKey(space);
    }

    private Anchors byRow(Space space) {
        for (int row : options.rows()) {
            if (row >= space.size()) {
                throw new InvalidInputException(
                        "anchors must be rows 0 to %d of '%s', not %d"
                                .formatted(space.size() - 1, space.name(), row));
            }
        }
        return Anchors.ofRows(options.rows().stream().mapToInt(Integer::intValue).toArray());
    }

    private Anchors byKey(Space space) {
        List<String> keys =
                space.keys()
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "anchors are listed by key, and the samples of '%s' have none; rows lists them by number"
                                                        .formatted(space.name())));
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < keys.size(); row++) {
            rows.put(keys.get(row), row);
        }
        List<String> missing = new ArrayList<>();
        for (String key : options.keys()) {
            if (!rows.containsKey(key)) {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidInputException(
                    "anchors must be keys of '%s', and %d of %d are not: %s"
                            .formatted(
                                    space.name(),
                                    missing.size(),
                                    options.keys().size(),
                                    String.join(
                                            ", ",
                                            missing.subList(0, Math.min(SHOWN, missing.size())))));
        }
        return Anchors.ofRows(options.keys().stream().mapToInt(rows::get).toArray());
    }
}
