package relrep.api.tck.golden;

import relrep.api.run.Seed;

import java.util.random.RandomGenerator;

/**
 * A stream of numbers that any language can draw with the same bits: whole numbers of 24 bits from
 * SplitMix64, and exact arithmetic on them.
 */
public final class GoldenDraws {
    private static final int UNUSED_BITS = 40;
    private static final double UNIT = 0x1p-24;
    private static final int MEAN_OF_FOUR = (1 << 25) - 2;
    private static final double DEVIATION = 1.75;

    private final RandomGenerator random;

    /** Begins the stream of a seed. */
    public GoldenDraws(Seed seed) {
        random = seed.random();
    }

    /** Returns a multiple of 2⁻²⁴ from 0 to 1 without 1. */
    public double uniform() {
        return bits() * UNIT;
    }

    /** Returns a number from -3.5 to 3.5 with mean 0 and a variance of about 1, a bell. */
    public double noise() {
        long sum = bits() + bits() + bits() + bits();
        return (sum - MEAN_OF_FOUR) * UNIT * DEVIATION;
    }

    /** Returns noise. */
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
