package relrep.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds files that a killed process left half-written. The writer of a file holds a lock on it,
 * which the system releases with the process. A file without a lock is abandoned.
 */
final class Abandoned {
    /**
     * The files of this process. They must not be opened for the test, since closing them would
     * release their locks.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private Abandoned() {}

    /** Marks a file as being written. On a disk without locks, it is never taken for abandoned. */
    static void claim(Path file, FileChannel channel) throws IOException {
        OURS.add(file.toAbsolutePath());
        try {
            channel.tryLock();
        } catch (IOException | OverlappingFileLockException unknown) {
            return;
        }
    }

    /** Marks a file as no longer being written. */
    static void release(Path file) {
        OURS.remove(file.toAbsolutePath());
    }

    /** Removes a file if it is abandoned, and returns whether it did. */
    static boolean removed(Path file) {
        if (OURS.contains(file.toAbsolutePath())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null && Files.deleteIfExists(file);
        } catch (IOException | OverlappingFileLockException inUse) {
            return false;
        }
    }
}
