package relrep.vectors.file;

import relrep.api.run.UnavailableException;

/** Checks, before anything is read, that the rows fit into memory. */
public final class RowsInMemory {
    private static final double GIGA = 1e9;
    private static final double ROOM = 1.5;

    private RowsInMemory() {}

    /**
     * Checks the memory for pairs of rows.
     *
     * @param command the command's name, for the message
     * @param rows the number of pairs
     * @param source width of the source
     * @param target width of the target
     * @throws UnavailableException when the heap limit is too small
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
