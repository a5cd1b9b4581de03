package relrep.workbench.progress;

import java.time.Duration;

/** Formats durations and fractions for people. */
final class DurationFormat {
    private static final int MOST = 99;

    private DurationFormat() {}

    /** Returns {@code 0:09}, {@code 12:30}, {@code 1:02:03}, {@code 3 d 04:00}. */
    static String of(Duration span) {
        long seconds = Math.max(0, (span.toMillis() + 500) / 1000);
        long minutes = seconds / 60;
        long hours = minutes / 60;
        if (hours >= 24) {
            return "%d d %02d:%02d".formatted(hours / 24, hours % 24, minutes % 60);
        }
        return hours > 0
                ? "%d:%02d:%02d".formatted(hours, minutes % 60, seconds % 60)
                : "%d:%02d".formatted(minutes, seconds % 60);
    }

    /** Returns {@code 42 %}; 100 % only for work that has ended. */
    static String percent(double fraction, boolean over) {
        int percent = (int) Math.floor(fraction * 100);
        return (over ? percent : Math.min(MOST, percent)) + " %";
    }
}
