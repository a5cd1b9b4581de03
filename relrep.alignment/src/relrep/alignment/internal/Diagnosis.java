package relrep.alignment.internal;

import relrep.kernels.linear.Determinant;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.tile.AffineMap;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects the numbers that describe a fit, in reading order. Values that are not finite are left
 * out.
 */
final class Diagnosis {
    private final Map<String, Double> values = new LinkedHashMap<>();

    Diagnosis put(String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, value);
        }
        return this;
    }

    /** Adds the root mean square error per coordinate. */
    Diagnosis residual(double squares, Pairs pairs) {
        double coordinates = (double) pairs.count() * pairs.target().cols();
        return put("residual", Math.sqrt(Math.max(0, squares) / coordinates));
    }

    /**
     * Adds the numbers that describe the map itself.
     *
     * @param singular whether the linear part is known to have no inverse
     */
    Diagnosis map(AffineMap map, boolean singular) {
        DoubleMatrix weights = map.weights();
        if (weights.rows() == weights.cols()) {
            put("determinant", singular ? 0 : Determinant.of(weights).value());
        }
        double squares = 0;
        for (double value : map.shift()) {
            squares += value * value;
        }
        put("translation", Math.sqrt(squares));
        return put("isometry-defect", isometryDefect(weights));
    }

    /** Returns {@code ‖WWᵀ - I‖ / √d}: 0 for a map that keeps all distances. */
    private static double isometryDefect(DoubleMatrix weights) {
        int d = weights.rows();
        return weights.timesTranspose(weights).plusDiagonal(-1).norm() / Math.sqrt(d);
    }

    Map<String, Double> values() {
        return values;
    }
}
