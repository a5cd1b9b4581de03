package relrep.workbench.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How fast a fraction grows: over the younger half of the time, so that what came out of the cache
 * in no time does not promise that the rest will. Work begins slowly, with libraries to load and
 * code to compile; so nothing is said of the time left before enough of it is done, or enough time
 * has gone.
 */
final class RateEstimate {
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final double ENOUGH = 0.04;
    private static final int MOST = 256;

    private record Sample(long nanos, double fraction) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final long begin;

    RateEstimate(long nanos) {
        this.begin = nanos;
        samples.add(new Sample(nanos, 0));
    }

    void at(long nanos, double fraction) {
        Sample last = samples.getLast();
        if (nanos - last.nanos >= Math.max(50_000_000L, (nanos - begin) / MOST)) {
            samples.addLast(new Sample(nanos, fraction));
        }
        while (samples.size() > 2 && second().nanos <= begin + (nanos - begin) / 2) {
            samples.removeFirst();
        }
    }

    private Sample second() {
        var all = samples.iterator();
        all.next();
        return all.next();
    }

    Optional<Duration> left(long nanos, double fraction) {
        Sample from = samples.getFirst();
        double grown = fraction - from.fraction;
        boolean enough = grown >= ENOUGH || nanos - begin >= LONG.toNanos();
        if (nanos - begin < SOONEST.toNanos() || grown <= 0 || !enough) {
            return Optional.empty();
        }
        return Optional.of(
                Duration.ofNanos((long) ((nanos - from.nanos) * ((1 - fraction) / grown))));
    }

    Duration elapsed(long nanos) {
        return Duration.ofNanos(nanos - begin);
    }
}
