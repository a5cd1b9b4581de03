package relrep.kernels.linear;

/** Computes the residual of a linear map. */
final class Residual {
    /** A difference of sums below this share of them has lost too many digits. */
    private static final double CANCELLED = 1e-6;

    private Residual() {}

    /**
     * Returns {@code ‖XW - Y‖²}, from a difference of sums if that has enough digits, otherwise
     * from the rows.
     */
    static double squares(MatrixRows x, DoubleMatrix weights, MatrixRows y, double explained) {
        double size = Gram.squares(y);
        double left = size - explained;
        return left > CANCELLED * size ? left : squares(x, weights, y);
    }

    /** Returns {@code ‖XW - Y‖²} from the rows. */
    static double squares(MatrixRows x, DoubleMatrix weights, MatrixRows y) {
        double[] sum = new double[1];
        int[] from = {0};
        double[] target = new double[Math.min(Blocks.SIZE, y.rows()) * y.cols()];
        Blocks.of(x)
                .forEach(
                        (block, count) -> {
                            y.read(from[0], from[0] + count, target);
                            from[0] += count;
                            double[] image =
                                    new DoubleMatrix(count, x.cols(), block).times(weights).array();
                            double part = 0;
                            for (int i = 0; i < image.length; i++) {
                                double error = image[i] - target[i];
                                part += error * error;
                            }
                            sum[0] += part;
                        });
        return sum[0];
    }
}
