package relrep.similarity.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Plugins;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The product of several similarities: their columns for the same points and anchors, side by side.
 * It is invariant to the maps to which all of them are invariant.
 */
@Component(service = Similarity.class)
@Plugin(
        name = "product",
        description = "several similarities side by side, the columns of one after another's",
        source =
                "Cannistraci et al., From bricks to bridges: product of invariances to enhance"
                        + " latent space communication, ICLR 2024")
public final class Product
        implements DifferentiableSimilarity, Tunable<Similarity, Product.Options> {
    private final Plugins plugins;
    private final Options options;
    private final Optional<List<Similarity>> calibrated;

    /** Makes the similarity with its defaults, not calibrated. */
    @Activate
    public Product(@Reference Plugins plugins) {
        this(plugins, new Options(List.of("cosine", "euclidean")), Optional.empty());
    }

    private Product(Plugins plugins, Options options, Optional<List<Similarity>> calibrated) {
        this.plugins = plugins;
        this.options = options;
        this.calibrated = calibrated;
    }

    /** The options of {@code product}. */
    public record Options(
            @Option(
                            value =
                                    "the similarities whose columns stand side by side, as they"
                                            + " are: one with large values outweighs the others in"
                                            + " distances between rows",
                            plugin = Similarity.class)
                    List<String> of) {
        /** Checks that there is at least one part. */
        public Options {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw new InvalidInputException(
                        "a product needs at least 1 similarity, there is none");
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Similarity with(Options other) {
        return new Product(plugins, other, Optional.empty());
    }

    private List<Similarity> parts() {
        return calibrated.orElseGet(
                () -> {
                    List<Similarity> parts = new ArrayList<>();
                    for (String part : options.of()) {
                        parts.add(plugins.get(Similarity.class, part));
                    }
                    return parts;
                });
    }

    @Override
    public Similarity calibrate(Matrix batch) {
        List<Similarity> before = parts();
        List<Similarity> parts = new ArrayList<>();
        for (Similarity part : before) {
            parts.add(part.calibrate(batch));
        }
        return parts.equals(before) ? this : new Product(plugins, options, Optional.of(parts));
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        List<Matrix> tables = new ArrayList<>();
        int columns = 0;
        for (Similarity part : parts()) {
            Matrix table = part.compare(points, anchors);
            tables.add(table);
            columns += table.cols();
        }
        return Matrix.filled(
                points.rows(),
                columns,
                memory -> {
                    for (int i = 0; i < points.rows(); i++) {
                        for (Matrix table : tables) {
                            memory.put(table.row(i));
                        }
                    }
                });
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException when a part has no gradient
     */
    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        List<Similarity> parts = parts();
        if (gradient.rows() != points.rows() || gradient.cols() != columns(anchors.rows())) {
            throw new InvalidInputException(
                    "a gradient for %d points and %d columns must be as large, not %d × %d"
                            .formatted(
                                    points.rows(),
                                    columns(anchors.rows()),
                                    gradient.rows(),
                                    gradient.cols()));
        }
        float[] sum = new float[points.rows() * points.cols()];
        int from = 0;
        for (int p = 0; p < parts.size(); p++) {
            if (!(parts.get(p) instanceof DifferentiableSimilarity part)) {
                throw new InvalidInputException(
                        "a product has a gradient where all its parts have one, '%s' has none"
                                .formatted(options.of().get(p)));
            }
            int to = from + part.columns(anchors.rows());
            float[] pulled = part.pullBack(points, anchors, columns(gradient, from, to)).toArray();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += pulled[i];
            }
            from = to;
        }
        return Matrix.of(points.rows(), points.cols(), sum);
    }

    private static Matrix columns(Matrix matrix, int from, int to) {
        return Matrix.filled(
                matrix.rows(),
                to - from,
                memory -> {
                    for (int i = 0; i < matrix.rows(); i++) {
                        memory.put(matrix.row(i), from, to - from);
                    }
                });
    }

    @Override
    public int columns(int anchors) {
        return parts().stream().mapToInt(part -> part.columns(anchors)).sum();
    }

    @Override
    public Set<Invariance> invariances() {
        Set<Invariance> common = EnumSet.allOf(Invariance.class);
        parts().forEach(part -> common.retainAll(part.invariances()));
        return common;
    }

    @Override
    public boolean takesAnchorsTogether() {
        return parts().stream().anyMatch(Similarity::takesAnchorsTogether);
    }

    /** Returns the sense of the parts if all are distances; for mixed parts it means little. */
    @Override
    public Sense sense() {
        return parts().stream().allMatch(part -> part.sense() == Sense.LARGER_IS_FARTHER)
                ? Sense.LARGER_IS_FARTHER
                : Sense.LARGER_IS_CLOSER;
    }
}
