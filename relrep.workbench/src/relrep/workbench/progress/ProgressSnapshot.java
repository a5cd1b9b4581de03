package relrep.workbench.progress;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a piece of work is.
 *
 * @param fraction of the whole, 0 to 1
 * @param elapsed since it began
 * @param left what the whole will still take, once that can be said
 * @param part the part that moved last, outer names first, or empty
 * @param partFraction of that part, 0 to 1
 * @param partLeft what that part will still take, once that can be said
 * @param over whether the work has ended; a fraction of 1 alone does not say so: whoever counted to
 *     the end may still be busy, or hang
 */
public record ProgressSnapshot(
        double fraction,
        Duration elapsed,
        Optional<Duration> left,
        String part,
        double partFraction,
        Optional<Duration> partLeft,
        boolean over) {}
