package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.similarity.PointSimilarity;

/** Checks a similarity of single pairs of points: its values must be finite. */
final class CheckedPoints extends CheckedSimilarity implements PointSimilarity {
    private final PointSimilarity plugin;

    CheckedPoints(ContractCheck check, PointSimilarity plugin) {
        super(check, plugin);
        this.plugin = plugin;
    }

    @Override
    public double compare(float[] point, float[] anchor) {
        double found = check.attempt("compare", () -> plugin.compare(point, anchor));
        check.require(
                Double.isFinite(found), "compare", "must return finite numbers, not %s", found);
        return found;
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        return super.compare(points, anchors);
    }
}
