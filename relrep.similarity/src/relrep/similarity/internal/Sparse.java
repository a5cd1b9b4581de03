package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.Similarity;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.tile.AffineMap;
import relrep.kernels.tile.Projection;
import relrep.kernels.tile.Scale;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * A sparse similarity: the few largest products of each point are kept, raised to a power that
 * keeps their sign, and divided by the length of the row. All others are 0. Of equal products,
 * those of the first anchors are kept.
 */
@Component(service = Similarity.class)
@Plugin(
        name = "sparse",
        description = "the few largest cosines of each point, raised to a power, rows of length 1",
        source =
                "Norelli et al., ASIF: coupled data turns unimodal models to multimodal without"
                        + " training, NeurIPS 2023, section 3")
public final class Sparse implements Similarity, Tunable<Similarity, Sparse.Options> {
    private final Options options;

    /** Makes the similarity with its defaults. */
    public Sparse() {
        this(new Options(100, 8, Product.COSINE));
    }

    private Sparse(Options options) {
        this.options = options;
    }

    /** The products of points and anchors. */
    public enum Product {
        /** Cosines: rows are scaled to length 1. */
        COSINE,
        /** Inner products of the rows as they are. */
        INNER
    }

    /** The options of {@code sparse}. */
    public record Options(
            @Option(
                            value =
                                    "how many anchors a point keeps; with as many as there are"
                                            + " anchors none is dropped; ASIF keeps 800 of 1.6"
                                            + " million",
                            min = 1)
                    int keep,
            @Option(
                            value =
                                    "the power that products are raised to; a large one lets the"
                                            + " nearest anchors rule; ASIF has 8",
                            min = 0.01,
                            max = 100)
                    double exponent,
            @Option("cosine, as ASIF, whose inputs have length 1, or inner for rows as they are")
                    Product product) {
        /** Checks the ranges of the numbers. */
        public Options {
            if (keep < 1) {
                throw new InvalidInputException("keep must be at least 1, not " + keep);
            }
            if (!(exponent >= 0.01 && exponent <= 100)) {
                throw new InvalidInputException("exponent must be 0.01 to 100, not " + exponent);
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Similarity with(Options other) {
        return new Sparse(other);
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        PointsAndAnchors inputs = PointsAndAnchors.of(points, anchors);
        boolean cosine = options.product() == Product.COSINE;
        Matrix left = cosine ? points : Scale.eachRow(points);
        Matrix right = cosine ? anchors : Scale.of(anchors).apply(anchors);
        Matrix products =
                cosine
                        ? Projection.create().cosine(points, anchors)
                        : AffineMap.linear(DoubleMatrix.of(right).transpose()).apply(left);
        Matrix all = inputs.finite(products);
        return Matrix.filled(
                all.rows(),
                all.cols(),
                memory -> {
                    Ties ties = cosine ? Ties.ofCosines(left, right) : Ties.ofProducts(left, right);
                    for (int i = 0; i < all.rows(); i++) {
                        memory.put(kept(i, all.row(i), ties));
                    }
                });
    }

    private float[] kept(int point, float[] row, Ties ties) {
        float bar = Float.NEGATIVE_INFINITY;
        int equals = row.length;
        if (options.keep() < row.length) {
            float[] sorted = row.clone();
            Arrays.sort(sorted);
            bar = sorted[row.length - options.keep()];
            equals = options.keep();
            for (float value : row) {
                equals -= value > bar ? 1 : 0;
            }
        }
        boolean[] keep = new boolean[row.length];
        for (int j = 0; j < row.length; j++) {
            keep[j] = row[j] > bar || (row[j] == bar && equals-- > 0);
        }
        if (options.keep() < row.length) {
            ties.of(point, row).forEach(tied -> keepFirst(tied, keep));
        }
        float largest = 0;
        for (int j = 0; j < row.length; j++) {
            largest = keep[j] ? Math.max(largest, Math.abs(row[j])) : largest;
        }
        return powers(row, keep, largest);
    }

    /** Drops surplus equal products: the first ones are kept. */
    private static void keepFirst(int[] equals, boolean[] keep) {
        int left = 0;
        for (int j : equals) {
            left += keep[j] ? 1 : 0;
        }
        for (int j : equals) {
            keep[j] = left-- > 0;
        }
    }

    private float[] powers(float[] row, boolean[] keep, double largest) {
        double[] powers = new double[row.length];
        double squares = 0;
        for (int j = 0; j < row.length; j++) {
            if (keep[j] && largest > 0) {
                double part = Math.pow(Math.abs(row[j]) / largest, options.exponent());
                powers[j] = Math.signum(row[j]) * part;
                squares += part * part;
            }
        }
        float[] result = new float[row.length];
        for (int j = 0; j < row.length && squares > 0; j++) {
            result[j] = (float) (powers[j] / Math.sqrt(squares));
        }
        return result;
    }

    /**
     * Returns the invariances. The result is divided by its length, so a factor never changes it.
     */
    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(
                Invariance.PERMUTATION, Invariance.ORTHOGONAL, Invariance.ISOTROPIC_SCALING);
    }

    @Override
    public boolean takesAnchorsTogether() {
        return true;
    }
}
