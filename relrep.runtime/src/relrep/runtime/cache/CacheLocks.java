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
 * Locks between processes, one for each entry, all in one file: entry {@code i} is locked by the
 * byte at position {@code i}, which need not exist. The system releases what a killed process held,
 * and no lock file is ever left over.
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
     * Returns the lock of an entry, once nobody else has it.
     *
     * @param key in hexadecimal, at least 15 digits
     * @param run asked, while waiting, whether the work is still wanted
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
