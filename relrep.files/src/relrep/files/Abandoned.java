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
 * Files that a process was writing when it was killed. Whoever writes one holds a lock on it, which
 * the system takes away with the process; a file without one is nobody's.
 */
final class Abandoned {
    /** Those of this process: opening and closing one again would give up its lock. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private Abandoned() {}

    /**
     * Says that somebody writes it. Where the disk knows no locks, nobody takes it for abandoned.
     */
    static void claim(Path file, FileChannel channel) throws IOException {
        OURS.add(file.toAbsolutePath());
        try {
            channel.tryLock();
        } catch (IOException | OverlappingFileLockException unknown) {
            return;
        }
    }

    /** Says that nobody writes it any more. */
    static void release(Path file) {
        OURS.remove(file.toAbsolutePath());
    }

    /** Removes a file that nobody writes, and tells whether it did. */
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
