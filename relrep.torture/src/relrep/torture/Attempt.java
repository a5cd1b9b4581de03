package relrep.torture;

import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * One try to harm relrep.
 *
 * @param number counts from 0 within its kind
 * @param random draws all that is left to chance; the same seed, kind and number draw the same
 * @param folder an empty folder of its own, kept only where something was lost
 */
record Attempt(int number, SplittableRandom random, Path folder) {
    static SplittableRandom random(long seed, String kind, int number) {
        return new SplittableRandom(31 * (31 * seed + kind.hashCode()) + number);
    }
}
