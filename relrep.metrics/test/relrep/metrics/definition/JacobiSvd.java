package relrep.metrics.definition;

/**
 * Singular values and left vectors by turning pairs of columns until all are perpendicular
 * (Hestenes, 1958): slow, plain, and accurate for small values too.
 *
 * @param u {@code n × d}, unit columns, or zero ones
 * @param values {@code d}, in no order
 */
@SuppressWarnings("ArrayRecordComponent") // a decomposition, never compared
record JacobiSvd(double[][] u, double[] values) {
    private static final int SWEEPS = 60;

    static JacobiSvd of(double[][] matrix, int cols) {
        int n = matrix.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
        }
        boolean turned = true;
        for (int sweep = 0; sweep < SWEEPS && turned; sweep++) {
            turned = false;
            for (int p = 0; p < cols; p++) {
                for (int q = p + 1; q < cols; q++) {
                    turned |= turn(a, p, q);
                }
            }
        }
        double[] values = new double[cols];
        for (int j = 0; j < cols; j++) {
            for (double[] row : a) {
                values[j] = Math.hypot(values[j], row[j]);
            }
            for (double[] row : a) {
                row[j] = values[j] > 0 ? row[j] / values[j] : 0;
            }
        }
        return new JacobiSvd(a, values);
    }

    private static boolean turn(double[][] a, int p, int q) {
        double pp = 0;
        double qq = 0;
        double pq = 0;
        for (double[] row : a) {
            pp += row[p] * row[p];
            qq += row[q] * row[q];
            pq += row[p] * row[q];
        }
        if (Math.abs(pq) <= 1e-15 * Math.sqrt(pp) * Math.sqrt(qq)) {
            return false;
        }
        double zeta = (qq - pp) / (2 * pq);
        double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double c = 1 / Math.hypot(1, t);
        double s = c * t;
        for (double[] row : a) {
            double x = row[p];
            row[p] = c * x - s * row[q];
            row[q] = s * x + c * row[q];
        }
        return true;
    }
}
