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
 * Draws the same number of samples of every class at random, in the order of the class numbers. A
 * class without samples gives no anchor. The draw from a class depends on its name and its samples,
 * not on the other classes.
 */
@Component(service = AnchorSelector.class)
@Plugin(
        name = "per-class",
        description = "the same number of samples of every class, drawn at random",
        source = "the poster's 30 anchors a class, 300 for ten classes")
public final class PerClass implements AnchorSelector, Tunable<AnchorSelector, PerClass.Options> {
    private final Options options;

    /** Makes the selector with its defaults: 30 of each class. */
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
     * The options of the draw.
     *
     * @param count the number of anchors of each class
     */
    public record Options(
            @Option(value = "the number of anchors of each class", min = 1) int count) {
        /** Checks the number. */
        public Options {
            Count.require(count);
        }
    }
}
