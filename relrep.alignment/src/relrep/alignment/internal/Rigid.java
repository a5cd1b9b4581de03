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
import relrep.api.run.Run;

import java.util.EnumSet;
import java.util.Set;

/**
 * Rigid Procrustes, {@code z' = zR + t} with {@code RRᵀ = I}. Both point sets are centred, <i>R</i>
 * solves the orthogonal Procrustes problem between them, and <i>t</i> takes one mean to the other.
 * With {@code scale}, the map is {@code z' = szR + t} with {@code s = Σσ / ‖X‖²}, where <i>σ</i>
 * are the singular values of {@code XᵀY} and <i>X</i>, <i>Y</i> are centred (Umeyama 1991); without
 * reflections the smallest value may count negatively.
 */
@Component(service = Aligner.class)
@Plugin(
        name = "rigid",
        description = "rotation or reflection, and translation, by centred Procrustes",
        source =
                "Lähner & Moeller, On the Direct Alignment of Latent Spaces, 2023, section 3.1;"
                        + " Kabsch, A solution for the best rotation to relate two sets of vectors,"
                        + " 1976; Umeyama, Least-squares estimation of transformation parameters"
                        + " between two point patterns, 1991")
public final class Rigid implements Aligner, Tunable<Aligner, Rigid.Options> {
    private final Options options;

    /** Makes the aligner with its defaults. */
    public Rigid() {
        this(new Options(true, false));
    }

    private Rigid(Options options) {
        this.options = options;
    }

    /** The options of {@code rigid}. */
    public record Options(
            @Option(
                            "whether the map may reflect; false allows proper rotations alone,"
                                    + " which fits far worse where the spaces are mirrored")
                    boolean reflections,
            @Option(
                            "whether one positive factor for all distances is fitted as well, which"
                                    + " makes the map a similarity transform")
                    boolean scale) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Aligner with(Options other) {
        return new Rigid(other);
    }

    @Override
    public Alignment fit(AlignmentProblem problem, Run run) {
        problem.requireEqualWidths("rigid");
        Pairs pairs = Pairs.of(problem);
        return options.scale()
                ? new SimilarityFit(options.reflections()).of(pairs, run)
                : new OrthogonalFit(true, options.reflections()).of(pairs);
    }

    @Override
    public Alignment restore(AlignmentState state) {
        return LinearAlignment.restored(state);
    }

    @Override
    public Set<MapFamily> recovers() {
        Set<MapFamily> exact = EnumSet.of(MapFamily.ROTATION, MapFamily.TRANSLATION);
        if (options.reflections()) {
            exact.add(MapFamily.ORTHOGONAL);
        }
        if (options.scale()) {
            exact.add(MapFamily.ISOTROPIC_SCALING);
        }
        return exact;
    }

    @Override
    public boolean readsAnchorsAlone() {
        return true;
    }

    @Override
    public boolean acceptsUnequalWidths() {
        return false;
    }
}
