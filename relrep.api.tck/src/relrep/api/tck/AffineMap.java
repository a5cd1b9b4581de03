package relrep.api.tck;

import relrep.api.alignment.MapFamily;
import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;

import java.util.random.RandomGenerator;

/**
 * An affine map {@code z' = zM + t}, computed in double.
 *
 * @param matrix {@code d × m}
 * @param shift {@code m}
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
record AffineMap(double[][] matrix, double[] shift) {

    /** Returns a random map of a family, for a space of width {@code d}. */
    static AffineMap of(Invariance family, int d, RandomGenerator random) {
        return switch (family) {
            case PERMUTATION -> linear(permutation(d));
            case ORTHOGONAL -> linear(reflection(d, random));
            case ISOTROPIC_SCALING -> linear(diagonal(d, random.nextDouble(1.5, 2)));
            case TRANSLATION -> shift(d, random);
            case AXIS_SCALING -> linear(axes(d, random));
            case INVERTIBLE_LINEAR -> linear(invertible(d, random));
        };
    }

    /** Returns a random map of a family; if the family has reflections, it is one. */
    static AffineMap of(MapFamily family, int d, RandomGenerator random) {
        return switch (family) {
            case ROTATION -> linear(rotation(d, random));
            case ORTHOGONAL -> linear(reflection(d, random));
            case TRANSLATION -> shift(d, random);
            case ISOTROPIC_SCALING -> linear(diagonal(d, random.nextDouble(1.5, 2)));
            case LINEAR -> linear(invertible(d, random));
        };
    }

    /** Returns a random linear map of full rank between two widths. */
    static AffineMap between(int d, int m, RandomGenerator random) {
        double[][] square = invertible(Math.max(d, m), random);
        double[][] matrix = new double[d][m];
        for (int i = 0; i < d; i++) {
            System.arraycopy(square[i], 0, matrix[i], 0, m);
        }
        return linear(matrix);
    }

    static AffineMap identity(int d) {
        return linear(diagonal(d, 1));
    }

    /** Returns the composition: this map first, then the other. */
    AffineMap then(AffineMap next) {
        double[] moved = product(new double[][] {shift}, next.matrix)[0];
        for (int j = 0; j < moved.length; j++) {
            moved[j] += next.shift[j];
        }
        return new AffineMap(product(matrix, next.matrix), moved);
    }

    Matrix apply(Matrix points) {
        float[] values = new float[points.rows() * shift.length];
        for (int i = 0; i < points.rows(); i++) {
            for (int j = 0; j < shift.length; j++) {
                double sum = shift[j];
                for (int l = 0; l < points.cols(); l++) {
                    sum += points.get(i, l) * matrix[l][j];
                }
                values[i * shift.length + j] = (float) sum;
            }
        }
        return Matrix.of(points.rows(), shift.length, values);
    }

    private static AffineMap linear(double[][] matrix) {
        return new AffineMap(matrix, new double[matrix[0].length]);
    }

    private static AffineMap shift(int d, RandomGenerator random) {
        double[] shift = random.doubles(d, 1, 3).map(t -> random.nextBoolean() ? t : -t).toArray();
        return new AffineMap(diagonal(d, 1), shift);
    }

    private static double[][] permutation(int d) {
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            matrix[i][(i + 1) % d] = 1;
        }
        return matrix;
    }

    private static double[][] diagonal(int d, double value) {
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            matrix[i][i] = value;
        }
        return matrix;
    }

    /** Returns factors of either sign. */
    private static double[][] axes(int d, RandomGenerator random) {
        double[][] matrix = diagonal(d, 1);
        for (int i = 0; i < d; i++) {
            double factor = random.nextDouble(0.5, 2);
            matrix[i][i] = i % 2 == 0 ? factor : -factor;
        }
        return matrix;
    }

    /** Returns a plane rotation for every pair of coordinates. */
    private static double[][] rotation(int d, RandomGenerator random) {
        double[][] matrix = diagonal(d, 1);
        for (int i = 0; i < d; i++) {
            for (int j = i + 1; j < d; j++) {
                double angle = random.nextDouble(0.3, 1.2);
                for (double[] row : matrix) {
                    double a = row[i];
                    row[i] = Math.cos(angle) * a - Math.sin(angle) * row[j];
                    row[j] = Math.sin(angle) * a + Math.cos(angle) * row[j];
                }
            }
        }
        return matrix;
    }

    private static double[][] reflection(int d, RandomGenerator random) {
        double[][] matrix = rotation(d, random);
        for (double[] row : matrix) {
            row[0] = -row[0];
        }
        return matrix;
    }

    private static double[][] invertible(int d, RandomGenerator random) {
        double[][] scaled = product(rotation(d, random), axes(d, random));
        return product(scaled, rotation(d, random));
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int l = 0; l < b.length; l++) {
                for (int j = 0; j < c[i].length; j++) {
                    c[i][j] += a[i][l] * b[l][j];
                }
            }
        }
        return c;
    }
}
