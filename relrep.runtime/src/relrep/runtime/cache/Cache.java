package relrep.runtime.cache;

import relrep.api.run.Run;
import relrep.api.run.UnavailableException;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Keeps values in files by key. An entry is written aside and renamed, so that it is whole or not
 * there, whenever the process ends; an entry that is not whole all the same is computed again.
 */
public final class Cache implements Closeable {
    private final Path root;
    private final boolean fresh;
    private final CacheLocks locks;
    private final Set<String> mine = ConcurrentHashMap.newKeySet();
    private final AtomicLong aside = new AtomicLong();

    private Cache(Path root, boolean fresh) throws IOException {
        this.root = root;
        this.fresh = fresh;
        Files.createDirectories(root);
        this.locks = new CacheLocks(root.resolve("locks"));
    }

    /**
     * Opens a cache.
     *
     * @param root its folder, made where it is not there
     * @param fresh whether entries are ignored that were not written through this object
     * @throws UnavailableException when the folder cannot be written
     */
    public static Cache open(Path root, boolean fresh) {
        try {
            return new Cache(root, fresh);
        } catch (IOException failed) {
            throw unwritable(root, failed);
        }
    }

    /** Returns the entry of this key, if there is one and it is whole. */
    public <T> Optional<T> get(String key, Format<T> format) {
        if (fresh && !mine.contains(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(format.read(file(key, format)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (CorruptEntryException broken) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UnavailableException(
                    "the cache %s cannot be read: %s; RELREP_CACHE names another folder"
                            .formatted(root, reason(failed)),
                    failed);
        }
    }

    /**
     * Returns the entry of this key; where there is none it is computed, by one process at a time,
     * and kept.
     *
     * @param run asked, while another process computes, whether the work is still wanted
     */
    public <T> T compute(String key, Format<T> format, Run run, Supplier<T> maker) {
        return compute(key, format, run, maker, value -> true);
    }

    /** As above, but keeps only what is worth keeping. */
    public <T> T compute(
            String key,
            Format<T> format,
            Run run,
            Supplier<T> maker,
            java.util.function.Predicate<T> worth) {
        Optional<T> before = get(key, format);
        if (before.isPresent()) {
            return before.get();
        }
        try (Closeable held = locks.lock(key, run)) {
            assert held != null;
            Optional<T> meanwhile = get(key, format);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            T value = maker.get();
            if (worth.test(value)) {
                put(key, format, value);
            }
            return value;
        } catch (IOException failed) {
            throw unwritable(root, failed);
        }
    }

    private <T> void put(String key, Format<T> format, T value) throws IOException {
        Path file = file(key, format);
        Files.createDirectories(file.getParent());
        Path draft =
                file.resolveSibling(
                        "."
                                + key
                                + "."
                                + ProcessHandle.current().pid()
                                + "-"
                                + aside.incrementAndGet()
                                + CacheFolder.DRAFT);
        try {
            format.write(value, draft);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            mine.add(key);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path file(String key, Format<?> format) {
        return root.resolve(format.folder())
                .resolve(key.substring(0, 2))
                .resolve(key + format.ending());
    }

    static UnavailableException unwritable(Path root, IOException failed) {
        return new UnavailableException(
                ("the cache %s cannot be written: %s; 'relrep cache clear' empties it, RELREP_CACHE"
                                + " names another folder")
                        .formatted(root, reason(failed)),
                failed);
    }

    /** Returns what the system says, without the name of the file. */
    public static String reason(IOException failed) {
        if (failed instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof java.nio.file.FileAlreadyExistsException) {
            return "a file stands where a folder must be";
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
