package relrep.workbench.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Estimates how fast a fraction grows, over the more recent half of the time. So cells that were
 * read from the cache do not make the estimate too optimistic. Work starts slowly, since libraries
 * load and code is compiled. So there is no estimate before enough work is done, or enough time has
 * passed.
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
