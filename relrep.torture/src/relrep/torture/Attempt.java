package relrep.torture;

import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * One attempt to make relrep fail.
 *
 * @param number the number within its kind, from 0
 * @param random the source of randomness, decided by seed, kind and number
 * @param folder an empty folder of its own, kept only if the attempt finds a loss
 */
record Attempt(int number, SplittableRandom random, Path folder) {
    static SplittableRandom random(long seed, String kind, int number) {
        return new SplittableRandom(31 * (31 * seed + kind.hashCode()) + number);
    }
}
