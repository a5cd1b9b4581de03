package relrep.runtime.cache;

import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.workbench.tensor.CorruptEntryException;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The view of the cache for one run. An entry is written to a temporary file and renamed, so that
 * it is complete or absent even if the process is killed. A damaged entry is computed again.
 */
public final class CacheView {
    private static final String VECTORS = "vectors";

    private final Path root;
    private final CacheLocks locks;
    private final boolean fresh;
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Set<String> mine = ConcurrentHashMap.newKeySet();
    private final AtomicLong aside = new AtomicLong();

    CacheView(Path root, CacheLocks locks, boolean fresh) {
        this.root = root;
        this.locks = locks;
        this.fresh = fresh;
    }

    /** Returns the entry of a key, if it exists and is complete. */
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
                            .formatted(root, Cache.reason(failed)),
                    failed);
        }
    }

    /**
     * Returns the entry of a key. A missing entry is computed, by one process at a time, and
     * written.
     *
     * @param run checked for cancellation while another process computes
     */
    public <T> T compute(String key, Format<T> format, Run run, Supplier<T> maker) {
        return compute(key, format, run, maker, value -> true);
    }

    /** As above, but writes only values that pass a test. */
    public <T> T compute(
            String key, Format<T> format, Run run, Supplier<T> maker, Predicate<T> worth) {
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
            throw Cache.unwritable(root, failed);
        }
    }

    /** Work on a file of vectors that this process alone has open. */
    public interface VectorWork<T> {
        /** Does the work. */
        T of(KeptVectors file) throws IOException;
    }

    /**
     * Works on a file of vectors, in one process at a time.
     *
     * @param key of the file
     * @param width of its vectors
     * @param run checked for cancellation while another process works on it
     */
    public <T> T vectors(String key, int width, Run run, VectorWork<T> work) {
        Path path = root.resolve(VECTORS).resolve(key.substring(0, 2)).resolve(key + ".vectors");
        try (Closeable held = locks.lock(key, run)) {
            assert held != null;
            if (fresh && !begun.containsKey(key)) {
                try (KeptVectors before = KeptVectors.open(path, width, 0)) {
                    begun.put(key, before.end());
                }
            }
            long from = fresh ? begun.get(key) : 0;
            try (KeptVectors file = KeptVectors.open(path, width, from)) {
                return work.of(file);
            }
        } catch (IOException failed) {
            throw Cache.unwritable(root, failed);
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
}
