package relrep.runtime.cache;

import relrep.workbench.digest.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Computes the SHA-256 of files. The digest of a large file is cached by path, size and
 * modification time, so that commands do not read hundreds of megabytes of native libraries again.
 */
public final class FileDigests {
    private static final long LARGE = 1 << 24;

    private final Path folder;

    /**
     * Makes it.
     *
     * @param cache the folder of the cache; it need not exist
     */
    public FileDigests(Path cache) {
        this.folder = cache.resolve("digests");
    }

    /** Returns the SHA-256 of a file, in hexadecimal. */
    public String of(Path file) throws IOException {
        return Files.size(file) < LARGE ? Sha256.of(file) : kept(file);
    }

    private String kept(Path file) throws IOException {
        String name =
                file.toRealPath()
                        + "\n"
                        + Files.size(file)
                        + "\n"
                        + Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        Path entry = folder.resolve(Sha256.of(name.getBytes(StandardCharsets.UTF_8)) + ".txt");
        Optional<String> known = known(entry, name);
        if (known.isPresent()) {
            return known.get();
        }
        String digest = Sha256.of(file);
        keep(entry, digest + "\n" + seal(name, digest));
        return digest;
    }

    /** Returns the cached digest, if the entry is complete. */
    private static Optional<String> known(Path entry, String name) {
        try {
            List<String> lines = Files.readAllLines(entry);
            boolean sealed = lines.size() == 2 && lines.get(1).equals(seal(name, lines.get(0)));
            boolean older = lines.size() == 1 && lines.get(0).matches("[0-9a-f]{64}");
            return sealed || older ? Optional.of(lines.get(0)) : Optional.empty();
        } catch (IOException noneOrBroken) {
            return Optional.empty();
        }
    }

    private static String seal(String name, String digest) {
        return Sha256.of((name + "\n" + digest).getBytes(StandardCharsets.UTF_8));
    }

    /** Caches a digest. If this fails, the digest is computed again next time. */
    private static void keep(Path entry, String digest) {
        Path draft =
                entry.resolveSibling(
                        "."
                                + entry.getFileName()
                                + ProcessHandle.current().pid()
                                + CacheFolder.DRAFT);
        try {
            Files.createDirectories(entry.getParent());
            Files.writeString(draft, digest + "\n");
            Files.move(
                    draft,
                    entry,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            return;
        }
    }
}
