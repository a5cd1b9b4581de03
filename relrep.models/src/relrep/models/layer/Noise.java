package relrep.models.layer;

import java.util.SplittableRandom;

/** Random bits by number instead of in sequence, so that every thread can draw its own. */
final class Noise {
    /** The number of bits that {@link #bits} returns. */
    static final int BITS = 24;

    private Noise() {}

    /** Returns 64 bits in which each bit of z reaches every bit (the finaliser of SplitMix64). */
    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }

    /** Returns the random generator for one sample of a batch. */
    static SplittableRandom of(long noise, BatchContext pass, int row) {
        return new SplittableRandom(mix(mix(noise + pass.step()) + pass.first() + row));
    }

    /** Returns the bits of this number, in int arithmetic alone (the finaliser of MurmurHash3). */
    static int bits(int number) {
        int h = number * 0x9e3779b9;
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return (h ^ (h >>> 16)) >>> (Integer.SIZE - BITS);
    }
}
