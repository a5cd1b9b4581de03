package relrep.api.tck.golden;

import relrep.api.run.Seed;

import java.util.random.RandomGenerator;

/**
 * A random stream that every language can reproduce bit by bit: whole numbers of 24 bits from
 * SplitMix64, and exact arithmetic on them.
 */
public final class GoldenDraws {
    private static final int UNUSED_BITS = 40;
    private static final double UNIT = 0x1p-24;
    private static final int MEAN_OF_FOUR = (1 << 25) - 2;
    private static final double DEVIATION = 1.75;

    private final RandomGenerator random;

    /** Starts the stream of a seed. */
    public GoldenDraws(Seed seed) {
        random = seed.random();
    }

    /** Returns a multiple of 2⁻²⁴, at least 0 and below 1. */
    public double uniform() {
        return bits() * UNIT;
    }

    /**
     * Returns a number from -3.5 to 3.5 from a bell-shaped distribution with mean 0 and variance of
     * about 1.
     */
    public double noise() {
        long sum = bits() + bits() + bits() + bits();
        return (sum - MEAN_OF_FOUR) * UNIT * DEVIATION;
    }

    /** Returns several such numbers. */
    double[] noises(int count) {
        double[] noises = new double[count];
        for (int i = 0; i < count; i++) {
            noises[i] = noise();
        }
        return noises;
    }

    private long bits() {
        return random.nextLong() >>> UNUSED_BITS;
    }
}
