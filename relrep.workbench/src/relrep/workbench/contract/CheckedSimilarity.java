package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.InvertibleSimilarity;
import relrep.api.similarity.Similarity;
import relrep.workbench.terminal.Quantity;

import java.util.Set;

/** Checks a similarity: its results must be finite and have the declared shape. */
class CheckedSimilarity implements Similarity {
    final ContractCheck check;
    private final Similarity plugin;

    CheckedSimilarity(ContractCheck check, Similarity plugin) {
        this.check = check;
        this.plugin = plugin;
    }

    /** Returns the similarity with checks and with the extra interfaces of the plugin. */
    static Similarity of(ContractCheck check, Similarity plugin) {
        boolean differentiable = plugin instanceof DifferentiableSimilarity;
        if (plugin instanceof InvertibleSimilarity) {
            return differentiable ? new Both(check, plugin) : new Invertible(check, plugin);
        }
        return differentiable
                ? new Differentiable(check, plugin)
                : new CheckedSimilarity(check, plugin);
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        int columns = columns(anchors.rows());
        return check.matrix(
                "compare", points.rows(), columns, () -> plugin.compare(points, anchors));
    }

    @Override
    public Similarity calibrate(Matrix batch) {
        Similarity calibrated =
                check.get("calibrate", "a similarity", () -> plugin.calibrate(batch));
        return calibrated == plugin ? this : of(check, calibrated);
    }

    @Override
    public Set<Invariance> invariances() {
        return check.get("invariances", "a set", plugin::invariances);
    }

    @Override
    public int columns(int anchors) {
        int columns = check.attempt("columns", () -> plugin.columns(anchors));
        check.require(
                anchors == 0 ? columns == 0 : columns >= anchors && columns % anchors == 0,
                "columns",
                "must return a multiple of the %s, not %d",
                Quantity.of(anchors, "anchor"),
                columns);
        return columns;
    }

    @Override
    public boolean takesAnchorsTogether() {
        return check.attempt("takesAnchorsTogether", plugin::takesAnchorsTogether);
    }

    @Override
    public Sense sense() {
        return check.get("sense", "what a large value means", plugin::sense);
    }

    Matrix gradient(Matrix points, Matrix anchors, Matrix gradient) {
        var differentiable = (DifferentiableSimilarity) plugin;
        return check.matrix(
                "pullBack",
                points.rows(),
                points.cols(),
                () -> differentiable.pullBack(points, anchors, gradient));
    }

    Matrix inverse(Matrix relative, Matrix anchors) {
        var invertible = (InvertibleSimilarity) plugin;
        return check.matrix(
                "invert",
                relative.rows(),
                anchors.cols(),
                () -> invertible.invert(relative, anchors));
    }

    private static final class Differentiable extends CheckedSimilarity
            implements DifferentiableSimilarity {
        Differentiable(ContractCheck check, Similarity plugin) {
            super(check, plugin);
        }

        @Override
        public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
            return gradient(points, anchors, gradient);
        }
    }

    private static final class Invertible extends CheckedSimilarity
            implements InvertibleSimilarity {
        Invertible(ContractCheck check, Similarity plugin) {
            super(check, plugin);
        }

        @Override
        public Matrix invert(Matrix relative, Matrix anchors) {
            return inverse(relative, anchors);
        }
    }

    private static final class Both extends CheckedSimilarity
            implements DifferentiableSimilarity, InvertibleSimilarity {
        Both(ContractCheck check, Similarity plugin) {
            super(check, plugin);
        }

        @Override
        public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
            return gradient(points, anchors, gradient);
        }

        @Override
        public Matrix invert(Matrix relative, Matrix anchors) {
            return inverse(relative, anchors);
        }
    }
}
