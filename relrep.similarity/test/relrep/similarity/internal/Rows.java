package relrep.similarity.internal;

import relrep.similarity.internal.AwkwardInputs.Input;
import relrep.similarity.internal.Definitions.Value;

/** Definitions that use all similarities of a point at once. */
final class Rows {
    /** By no more than this two equal cosines differ in double; closer than SUMS is open. */
    private static final double EQUAL = 1e-15;

    private Rows() {}

    /** Cosines that float32 cannot tell apart may stand in either order, equal ones share. */
    static Value[][] places(Input input) {
        double[][] points = Plain.rows(input.points());
        double[][] anchors = Plain.rows(input.anchors());
        int k = anchors.length;
        Value[][] values = new Value[points.length][k];
        for (int i = 0; i < points.length; i++) {
            double[] cosines = cosines(points[i], anchors);
            for (int j = 0; j < k; j++) {
                int below = 0;
                int above = 0;
                int open = 0;
                for (int t = 0; t < k; t++) {
                    double ahead = cosines[t] - cosines[j];
                    if (Math.abs(ahead) > Definitions.SUMS) {
                        below += ahead < 0 ? 1 : 0;
                        above += ahead > 0 ? 1 : 0;
                    } else if (Math.abs(ahead) > EQUAL) {
                        open++;
                    }
                }
                double place = k == 1 ? 0 : (double) (below - above) / (k - 1);
                values[i][j] = Value.of(place, (k == 1 ? 0 : (double) open / (k - 1)) + 1e-7);
            }
        }
        return values;
    }

    private static double[] cosines(double[] point, double[][] anchors) {
        double[] cosines = new double[anchors.length];
        for (int j = 0; j < cosines.length; j++) {
            cosines[j] = Plain.cosine(point, anchors[j]);
        }
        return cosines;
    }

    /**
     * The largest products to a power, in rows of length 1; of products that float32 cannot tell
     * apart either may be kept, of equal ones the first.
     */
    static Value[][] sparse(Input input, Sparse.Options options) {
        double[][] points = Plain.rows(input.points());
        double[][] anchors = Plain.rows(input.anchors());
        Value[][] values = new Value[points.length][];
        for (int i = 0; i < points.length; i++) {
            values[i] = sparse(points[i], anchors, options);
        }
        return values;
    }

    private static Value[] sparse(double[] point, double[][] anchors, Sparse.Options options) {
        int k = anchors.length;
        double[] products = new double[k];
        double size = 0;
        for (int j = 0; j < k; j++) {
            boolean inner = options.product() == Sparse.Product.INNER;
            products[j] = inner ? Plain.dot(point, anchors[j]) : Plain.cosine(point, anchors[j]);
            size = Math.max(size, inner ? Plain.norm(point) * Plain.norm(anchors[j]) : 1);
        }
        double slack = Definitions.SUMS * size;
        boolean[] kept = new boolean[k];
        boolean[] open = new boolean[k];
        for (int j = 0; j < k; j++) {
            int surely = 0;
            int perhaps = 0;
            int before = 0;
            for (int t = 0; t < k; t++) {
                double ahead = products[t] - products[j];
                boolean equal = Math.abs(ahead) <= EQUAL * size;
                surely += (!equal && ahead > slack) || (equal && t < j) ? 1 : 0;
                perhaps += (!equal && ahead > -slack) || (equal && t < j) ? 1 : 0;
                before += (!equal && ahead > 0) || (equal && t < j) ? 1 : 0;
            }
            kept[j] = before < options.keep();
            open[j] = surely < options.keep() != perhaps < options.keep();
        }
        return powers(products, kept, open, slack, options.exponent());
    }

    private static Value[] powers(
            double[] products, boolean[] kept, boolean[] open, double slack, double exponent) {
        int k = products.length;
        double largest = 0;
        boolean sure = true;
        for (int j = 0; j < k; j++) {
            largest = kept[j] ? Math.max(largest, Math.abs(products[j])) : largest;
            sure &= !open[j];
        }
        double lost = largest == 0 ? 0 : Math.min(1, 3 * exponent * slack / largest) + 1e-7;
        double squares = 0;
        double[] powers = new double[k];
        for (int j = 0; j < k && largest > 0; j++) {
            if (kept[j]) {
                double part = Math.pow(Math.abs(products[j]) / largest, exponent);
                powers[j] = Math.signum(products[j]) * part;
                squares += part * part;
            }
        }
        Value[] values = new Value[k];
        for (int j = 0; j < k; j++) {
            double value = squares == 0 ? 0 : powers[j] / Math.sqrt(squares);
            values[j] = sure ? Value.of(value, lost) : new Value(-1.0001, 1.0001);
        }
        return values;
    }
}
