package relrep.api.run;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The seed of a random generator, in a tree of named branches. The random numbers of a branch
 * depend on its names and the root seed, never on the order in which parts run or on threads.
 *
 * @param value 64 bits; all branches below are derived from them
 */
public record Seed(long value) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Returns the root of a tree of seeds. */
    public static Seed of(long value) {
        return new Seed(value);
    }

    /** Returns the branch with this name; the same name gives the same branch. */
    public Seed branch(String name) {
        long hash = FNV_OFFSET;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return new Seed(mix(mix(value) ^ hash));
    }

    /** Returns a fresh generator; two of them from one seed draw the same numbers. */
    public RandomGenerator random() {
        return new SplittableRandom(value);
    }

    /**
     * Returns a uniformly random order of {@code 0 … n-1}; its first {@code k} entries are a sample
     * without replacement.
     */
    public int[] permutation(int n) {
        int[] order = new int[n];
        RandomGenerator random = random();
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The finaliser of SplitMix64: every input bit reaches every output bit. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
