package relrep.runtime.cache;

import relrep.api.run.UnavailableException;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A cache of values in files by key, shared by any number of processes. A process opens it once,
 * since closing any handle of a file releases all locks that the process holds on it.
 */
public final class Cache implements Closeable {
    private final Path root;
    private final CacheLocks locks;

    private Cache(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root);
        this.locks = new CacheLocks(root.resolve("locks"));
    }

    /**
     * Opens a cache.
     *
     * @param root its folder, created if missing
     * @throws UnavailableException when the folder cannot be written
     */
    public static Cache open(Path root) {
        try {
            return new Cache(root);
        } catch (IOException failed) {
            throw unwritable(root, failed);
        }
    }

    /**
     * Returns the view of the cache for one run.
     *
     * @param fresh whether to ignore entries that were not written through the same view
     */
    public CacheView view(boolean fresh) {
        return new CacheView(root, locks, fresh);
    }

    static UnavailableException unwritable(Path root, IOException failed) {
        return new UnavailableException(
                ("the cache %s cannot be written: %s; 'relrep cache clear' empties it, RELREP_CACHE"
                                + " names another folder")
                        .formatted(root, reason(failed)),
                failed);
    }

    /** Returns the system's message without the name of the file. */
    public static String reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return "a file stands where a folder must be";
        }
        if (failed instanceof NoSuchFileException) {
            return "nothing can be made there";
        }
        String reason =
                failed instanceof FileSystemException named && named.getReason() != null
                        ? named.getReason()
                        : String.valueOf(failed.getMessage());
        return reason.equals("No space left on device") ? "the disk is full" : reason;
    }

    @Override
    public void close() {
        try {
            locks.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
