package relrep.runtime.cache;

import relrep.api.run.Run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Locks for entries, held between processes. All locks are in one file: entry {@code i} is locked
 * by the byte at position {@code i}, which need not exist. The system releases the locks of a
 * killed process, and no lock file is left behind.
 */
final class CacheLocks implements Closeable {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int DIGITS_OF_POSITION = 15;

    private final FileChannel channel;

    CacheLocks(Path file) throws IOException {
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
    }

    /**
     * Waits for the lock of an entry and returns it.
     *
     * @param key in hexadecimal, at least 15 digits
     * @param run checked for cancellation while waiting
     */
    Closeable lock(String key, Run run) throws IOException {
        long position = Long.parseLong(key.substring(0, DIGITS_OF_POSITION), 16);
        while (true) {
            FileLock lock = attempt(position);
            if (lock != null) {
                return lock::release;
            }
            run.step(0, 1);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private FileLock attempt(long position) throws IOException {
        try {
            return channel.tryLock(position, 1, false);
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
