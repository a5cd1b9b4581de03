package relrep.alignment.internal;

import relrep.kernels.linear.Determinant;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.tile.AffineMap;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a fit tells about itself, gathered in reading order; what is not a number is left out. */
final class Diagnosis {
    private final Map<String, Double> values = new LinkedHashMap<>();

    Diagnosis put(String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, value);
        }
        return this;
    }

    /** Puts the root mean square error per coordinate. */
    Diagnosis residual(double squares, Pairs pairs) {
        double coordinates = (double) pairs.count() * pairs.target().cols();
        return put("residual", Math.sqrt(Math.max(0, squares) / coordinates));
    }

    /**
     * Puts what the map itself tells.
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
