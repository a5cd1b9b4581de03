package relrep.alignment.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.alignment.MapFamily;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.EnumSet;
import java.util.Set;

/**
 * Iterative closest points within classes. Each round pairs every source latent with the nearest
 * target latent of its class, and fits the map to these pairs. It uses all latents of both spaces
 * and their labels; rows need not correspond. Only {@code start=anchors} uses the anchors.
 *
 * <p>Both halves of a round lower the same sum of squares, so it never rises. The search ends at a
 * map for which no pair changes. This may be a local optimum.
 */
@Component(service = Aligner.class)
@Plugin(
        name = "icp",
        description = "iterative closest points: nearest neighbours within the class",
        source =
                "Lähner & Moeller, On the Direct Alignment of Latent Spaces, 2023, table 4; Besl &"
                        + " McKay, A method for registration of 3-D shapes, 1992")
public final class Icp implements Aligner, Tunable<Aligner, Icp.Options> {
    private final Options options;

    /** Makes the aligner with its defaults. */
    public Icp() {
        this(new Options(Map.RIGID, Start.CLASS_MEANS, 100, 1e-6));
    }

    private Icp(Options options) {
        this.options = options;
    }

    /** The map that is fitted in each round. */
    public enum Map {
        /** Rotation or reflection, and shift, like {@code rigid}. */
        RIGID,
        /** Least squares of smallest norm without a shift, like {@code linear}. */
        LINEAR
    }

    /** The map before the first search. */
    public enum Start {
        /** The map fitted to the means of the classes. */
        CLASS_MEANS,
        /** The identity. */
        IDENTITY,
        /** The map fitted to the anchors. */
        ANCHORS
    }

    /** The options of {@code icp}. */
    public record Options(
            @Option("what is fitted to the pairs of a round: rigid or linear") Map map,
            @Option(
                            "the map of the first search: fitted to the class-means, the identity"
                                    + " (for spaces of equal width), or fitted to the anchors; the"
                                    + " end depends on it")
                    Start start,
            @Option(
                            value =
                                    "rounds at most; it stops earlier if no pair has changed; the"
                                            + " paper does not say",
                            min = 1)
                    int iterations,
            @Option(
                            value =
                                    "it stops when the residual falls by less than this share of"
                                        + " it; at 0 only when no pair has changed, or after all"
                                        + " iterations",
                            min = 0,
                            max = 1)
                    double tolerance) {
        /** Checks the ranges of the numbers. */
        public Options {
            if (iterations < 1) {
                throw new InvalidInputException("iterations must be at least 1, not " + iterations);
            }
            if (!(tolerance >= 0 && tolerance <= 1)) {
                throw new InvalidInputException("tolerance must be 0 to 1, not " + tolerance);
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Aligner with(Options other) {
        return new Icp(other);
    }

    @Override
    public Alignment fit(AlignmentProblem problem, Run run) {
        if (!acceptsUnequalWidths()) {
            problem.requireEqualWidths("icp(map=rigid), and any icp(start=identity),");
        }
        return new ClosestPoints(options, ClassPairs.of(problem)).fit(problem, run);
    }

    @Override
    public Alignment restore(AlignmentState state) {
        return LinearAlignment.restored(state);
    }

    /**
     * Starting from the class means, a rigid map reaches any shift exactly. Starting from exact
     * anchors, it reaches any map that its fit recovers. Everything else depends on the data.
     */
    @Override
    public Set<MapFamily> recovers() {
        boolean rigid = options.map() == Map.RIGID;
        return switch (options.start()) {
            case CLASS_MEANS ->
                    rigid ? EnumSet.of(MapFamily.TRANSLATION) : EnumSet.noneOf(MapFamily.class);
            case IDENTITY -> EnumSet.noneOf(MapFamily.class);
            case ANCHORS -> inner();
        };
    }

    /** Returns the families that the search may reach; whether it does depends on the data. */
    @Override
    public Set<MapFamily> mayRecover() {
        Set<MapFamily> others = EnumSet.copyOf(inner());
        others.removeAll(recovers());
        return others;
    }

    private Set<MapFamily> inner() {
        return options.map() == Map.RIGID ? new Rigid().recovers() : new Linear().recovers();
    }

    @Override
    public boolean acceptsUnequalWidths() {
        return options.map() == Map.LINEAR && options.start() != Start.IDENTITY;
    }
}
