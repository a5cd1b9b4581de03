package relrep.anchors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Labels;
import relrep.api.data.Space;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.stream.IntStream;

/**
 * The same number of samples of every class, drawn at random: class after class in the order of
 * their numbers. A class without a sample gives no anchor. What is drawn of a class depends on its
 * name and its samples, not on the other classes.
 */
@Component(service = AnchorSelector.class)
@Plugin(
        name = "per-class",
        description = "the same number of samples of every class, drawn at random",
        source = "the poster's 30 anchors a class, 300 for ten classes")
public final class PerClass implements AnchorSelector, Tunable<AnchorSelector, PerClass.Options> {
    private final Options options;

    /** Draws 30 of each. */
    @Activate
    public PerClass() {
        this(new Options(30));
    }

    private PerClass(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public AnchorSelector with(Options changed) {
        return new PerClass(changed);
    }

    @Override
    public Anchors select(Space space, Run run) {
        Labels labels = Classes.require(space);
        int[] rows =
                Classes.occurring(labels)
                        .flatMap(label -> drawn(space, labels, label, run))
                        .toArray();
        return Anchors.ofRows(rows);
    }

    private IntStream drawn(Space space, Labels labels, int label, Run run) {
        String name = labels.classes().get(label);
        int[] rows = labels.rowsOf(label);
        if (rows.length < options.count()) {
            throw new InvalidInputException(
                    "count must be at most the %d samples of class '%s', %d of '%s' in all, not %d"
                            .formatted(
                                    rows.length,
                                    name,
                                    space.size(),
                                    space.name(),
                                    options.count()));
        }
        int[] order = run.seed().branch(name).permutation(rows.length);
        return IntStream.of(order).limit(options.count()).map(i -> rows[i]);
    }

    /**
     * How many.
     *
     * @param count the number of anchors of each class
     */
    public record Options(
            @Option(value = "the number of anchors of each class", min = 1) int count) {
        /** Requires at least one. */
        public Options {
            Count.require(count);
        }
    }
}
