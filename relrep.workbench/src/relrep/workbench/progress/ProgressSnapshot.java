package relrep.workbench.progress;

import java.time.Duration;
import java.util.Optional;

/**
 * The progress of a piece of work at one moment.
 *
 * @param fraction of the whole, 0 to 1
 * @param elapsed time since the start
 * @param left the estimated time to the end of the whole, once it can be estimated
 * @param part the part that moved last, outer names first, or empty
 * @param partFraction of that part, 0 to 1
 * @param partLeft the estimated time to the end of that part, once it can be estimated
 * @param over whether the work has ended; a fraction of 1 is not enough, since the last step may
 *     still be running
 */
public record ProgressSnapshot(
        double fraction,
        Duration elapsed,
        Optional<Duration> left,
        String part,
        double partFraction,
        Optional<Duration> partLeft,
        boolean over) {}
