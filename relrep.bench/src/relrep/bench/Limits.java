package relrep.bench;

import java.util.Locale;

/**
 * The peak performance of this machine.
 *
 * @param gigaFlops 10⁹ float32 operations per second on one processor; a fused multiply-add is two
 * @param gigaBytes 10⁹ bytes per second, read and written
 */
record Limits(double gigaFlops, double gigaBytes) {
    /** Reads two numbers. */
    static Limits read(String line) {
        String[] parts = line.split("[ ,]", -1);
        return new Limits(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %.1f", gigaFlops, gigaBytes);
    }
}
