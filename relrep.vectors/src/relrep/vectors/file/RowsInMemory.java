package relrep.vectors.file;

import relrep.api.run.UnavailableException;

/** Refuses, before anything is read, more rows than memory can hold at once. */
public final class RowsInMemory {
    private static final double GIGA = 1e9;
    private static final double ROOM = 1.5;

    private RowsInMemory() {}

    /**
     * Requires room for pairs of rows.
     *
     * @param command that holds them
     * @param rows how many pairs
     * @param source width of the source
     * @param target width of the target
     * @throws UnavailableException when Java may not take as much memory
     */
    public static void require(String command, long rows, int source, int target) {
        require(command, rows, source, target, Runtime.getRuntime().maxMemory());
    }

    static void require(String command, long rows, int source, int target, long memory) {
        double bytes = (double) Float.BYTES * rows * ((long) source + target);
        if (bytes > memory) {
            throw new UnavailableException(
                    "%s holds its rows at once: %d pairs of %d and %d coordinates are %.1f GB, and Java may take %.1f GB; a few thousand pairs are enough for most maps, so list some in anchors=FILE for an aligner that reads these alone, or cut both files, or RELREP_JAVA_OPTIONS=-Xmx%.0fg gives it more"
                            .formatted(
                                    command,
                                    rows,
                                    source,
                                    target,
                                    bytes / GIGA,
                                    memory / GIGA,
                                    Math.ceil(ROOM * bytes / GIGA)),
                    null);
        }
    }
}
