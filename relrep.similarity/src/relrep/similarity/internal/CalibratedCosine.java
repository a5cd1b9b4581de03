package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.InvertibleSimilarity;
import relrep.api.similarity.Similarity;

import java.util.EnumSet;
import java.util.Set;

/**
 * The cosine in units that are comparable between spaces of different widths. The cosines of random
 * directions have mean 0 and spread {@code 1/√d}, so a cosine that is large in a wide space is
 * ordinary in a narrow one. By spread it is {@code √d · cosine}; by rank it is the rank of the
 * cosine in its row.
 */
@Component(service = Similarity.class)
@Plugin(
        name = "calibrated-cosine",
        description = "cosine in units of the spread of random vectors of its width, or its rank",
        source =
                "spread: Vershynin, High-dimensional probability, 2018, section 3.2; rank:"
                        + " Spearman, 1904")
public final class CalibratedCosine
        implements DifferentiableSimilarity,
                InvertibleSimilarity,
                Tunable<Similarity, CalibratedCosine.Options> {
    private static final Options DEFAULTS = new Options(By.SPREAD);

    private final Cosine cosine = new Cosine();

    /** The units of cosines. */
    public enum By {
        /** The spread of the cosines of random vectors of the width. */
        SPREAD,
        /** Their order within a row. */
        RANK
    }

    /** The options of {@code calibrated-cosine}. */
    public record Options(
            @Option(
                            "spread is √d times the cosine, -√d to √d, which is right as far as the"
                                + " latents fill their width evenly; rank is the place among the"
                                + " cosines of the row, -1 for the lowest to 1 for the highest, and"
                                + " equal cosines share their place; it assumes nothing about the"
                                + " latents, keeps the order alone, and has no gradient")
                    By by) {}

    @Override
    public Options options() {
        return DEFAULTS;
    }

    @Override
    public Similarity with(Options other) {
        return other.by() == By.SPREAD ? this : new RankedCosine(other);
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        double spread = Math.sqrt(points.cols());
        return Each.of(cosine.compare(points, anchors), value -> value * spread);
    }

    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        double spread = Math.sqrt(points.cols());
        return cosine.pullBack(points, anchors, Each.of(gradient, value -> value * spread));
    }

    /** Returns points of length 1. */
    @Override
    public Matrix invert(Matrix relative, Matrix anchors) {
        double spread = Math.sqrt(anchors.cols());
        Matrix cosines = Each.of(relative, value -> value / spread);
        return Cosine.directions("calibrated-cosine", cosines, anchors);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(
                Invariance.PERMUTATION, Invariance.ORTHOGONAL, Invariance.ISOTROPIC_SCALING);
    }
}
