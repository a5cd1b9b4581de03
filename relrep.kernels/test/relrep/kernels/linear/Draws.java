package relrep.kernels.linear;

import relrep.api.run.Seed;

import java.util.random.RandomGenerator;

/** Seeded normal numbers in matrices, and plain references to compare with. */
final class Draws {
    private Draws() {}

    static DoubleMatrix normal(String name, int rows, int cols) {
        RandomGenerator random = Seed.of(7).branch(name).random();
        double[] values = new double[rows * cols];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return DoubleMatrix.of(rows, cols, values);
    }

    static DoubleMatrix orthogonal(String name, int size) {
        return Svd.of(normal(name, size, size)).u();
    }

    /** The product by its definition. */
    static DoubleMatrix product(DoubleMatrix a, DoubleMatrix b) {
        double[] values = new double[a.rows() * b.cols()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.cols(); j++) {
                for (int k = 0; k < a.cols(); k++) {
                    values[i * b.cols() + j] += a.get(i, k) * b.get(k, j);
                }
            }
        }
        return DoubleMatrix.of(a.rows(), b.cols(), values);
    }

    /** The largest absolute difference. */
    static double difference(DoubleMatrix a, DoubleMatrix b) {
        double largest = 0;
        for (double value : a.minus(b).toArray()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
