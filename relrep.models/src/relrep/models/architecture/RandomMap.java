package relrep.models.architecture;

import relrep.api.data.Matrix;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Svd;
import relrep.kernels.tile.AffineMap;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A random invertible linear map of a kind, decided by a seed. */
public final class RandomMap {
    private final AffineMap map;

    private RandomMap(AffineMap map) {
        this.map = map;
    }

    /** The kinds of maps. */
    public enum Family {
        /** Rotations and reflections, uniformly: the polar factor of a Gaussian matrix. */
        ORTHOGONAL,
        /** The coordinates in another order. */
        PERMUTATION,
        /** A positive factor for each coordinate, with a logarithm of standard deviation 1. */
        POSITIVE_DIAGONAL,
        /** A permutation times positive factors with logarithms of standard deviation 1. */
        POSITIVE_MONOMIAL,
        /** A permutation times factors of 1 and -1. */
        SIGNED_PERMUTATION,
        /** A Gaussian matrix of variance 1 / width. */
        LINEAR
    }

    /**
     * Draws a map.
     *
     * @param width of the space
     */
    static RandomMap of(Family family, int width, Seed seed) {
        Seed own = seed.branch(family.name()).branch("width " + width);
        return new RandomMap(
                AffineMap.linear(
                        switch (family) {
                            case ORTHOGONAL -> polar(gaussian(width, own));
                            case LINEAR -> gaussian(width, own);
                            case PERMUTATION -> monomial(order(width, own), own, r -> 1);
                            case POSITIVE_DIAGONAL ->
                                    monomial(
                                            IntStream.range(0, width).toArray(),
                                            own,
                                            r -> Math.exp(r.nextGaussian()));
                            case POSITIVE_MONOMIAL ->
                                    monomial(
                                            order(width, own),
                                            own,
                                            r -> Math.exp(r.nextGaussian()));
                            case SIGNED_PERMUTATION ->
                                    monomial(order(width, own), own, r -> r.nextBoolean() ? 1 : -1);
                        }));
    }

    /** Returns the image of each row. */
    Matrix apply(Matrix latents) {
        return map.apply(latents);
    }

    /** Returns the matrix, {@code width × width}. */
    DoubleMatrix weights() {
        return map.weights();
    }

    private static DoubleMatrix gaussian(int width, Seed seed) {
        RandomGenerator random = seed.random();
        double[] values = new double[width * width];
        double scale = 1 / Math.sqrt(width);
        for (int i = 0; i < values.length; i++) {
            values[i] = scale * random.nextGaussian();
        }
        return DoubleMatrix.of(width, width, values);
    }

    private static DoubleMatrix polar(DoubleMatrix matrix) {
        Svd svd = Svd.of(matrix);
        return svd.u().times(svd.vt());
    }

    private interface Factor {
        double draw(RandomGenerator random);
    }

    private static int[] order(int width, Seed seed) {
        return seed.branch("order").permutation(width);
    }

    private static DoubleMatrix monomial(int[] order, Seed seed, Factor factor) {
        int width = order.length;
        RandomGenerator random = seed.branch("factors").random();
        double[] values = new double[width * width];
        for (int i = 0; i < width; i++) {
            values[i * width + order[i]] = factor.draw(random);
        }
        return DoubleMatrix.of(width, width, values);
    }
}
