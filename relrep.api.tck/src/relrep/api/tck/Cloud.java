package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes random points without any symmetry that could hide a wrong claim. */
final class Cloud {
    private final RandomGenerator random;

    Cloud(RandomGenerator random) {
        this.random = random;
    }

    /** Returns Gaussian points, each coordinate with a spread of 0.8 to 2 and a mean of its own. */
    Matrix points(int n, int d) {
        double[] spread = random.doubles(d, 0.8, 2).toArray();
        double[] mean = random.doubles(d, -1.5, 1.5).toArray();
        float[] values = new float[n * d];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean[i % d] + spread[i % d] * random.nextGaussian());
        }
        return Matrix.of(n, d, values);
    }

    /** Returns standard Gaussian points: spread 1 in every direction, mean 0. */
    Matrix isotropic(int n, int d) {
        float[] values = new float[n * d];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Matrix.of(n, d, values);
    }

    /** Returns these points with Gaussian noise of this spread added. */
    Matrix near(Matrix points, double spread) {
        float[] values = points.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (spread * random.nextGaussian());
        }
        return Matrix.of(points.rows(), points.cols(), values);
    }

    /** Returns points around one centre per class. */
    Matrix clustered(Labels labels, int d) {
        Matrix centres = points(labels.classes().size(), d);
        Matrix placed = centres.select(labels.toArray());
        return near(placed, 0.7);
    }

    /** Returns labels that cycle through the classes. */
    static Labels labels(int n, int classes) {
        return Labels.of(
                IntStream.range(0, classes).mapToObj(String::valueOf).toList(),
                IntStream.range(0, n).map(i -> i % classes).toArray());
    }
}
