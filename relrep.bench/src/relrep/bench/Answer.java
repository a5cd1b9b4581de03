package relrep.bench;

/**
 * A worker's measurement of one call.
 *
 * @param time the time of the call
 * @param checksum the checksum of the result
 */
record Answer(Clock time, String checksum) {
    /** Reads {@code wall cpu checksum}. */
    static Answer read(String line) {
        String[] parts = line.split(" ", -1);
        return new Answer(
                new Clock(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])), parts[2]);
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT, "%.6g %.6g %s", time.wall(), time.cpu(), checksum);
    }
}
