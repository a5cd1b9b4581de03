package relrep.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cache that all renewals share. It has the results that they computed. Natives and data are
 * links into relrep's cache.
 *
 * @param folder its folder
 * @param runs the parent of this process's run folders; deleted when the cache is closed
 */
record RunCache(Path folder, Path runs) implements AutoCloseable {
    /** Its name in relrep's cache. */
    static final String NAME = "results";

    private static final Set<String> OWN =
            Set.of(
                    NAME,
                    "felix",
                    "cells",
                    "networks",
                    "decoders",
                    "excerpts",
                    "digests",
                    "locks",
                    "bench");

    /** Opens it in relrep's cache. */
    static RunCache in(Path cache) throws IOException {
        Path folder = cache.resolve(NAME);
        Path runs = folder.resolve("runs/" + ProcessHandle.current().pid());
        Files.createDirectories(runs);
        Files.createDirectories(cache.resolve("natives"));
        for (Path shared : folders(cache)) {
            Path link = folder.resolve(shared.getFileName());
            if (!OWN.contains(shared.getFileName().toString())
                    && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(link, shared);
            }
        }
        return new RunCache(folder, runs);
    }

    private static List<Path> folders(Path cache) throws IOException {
        try (Stream<Path> all = Files.list(cache)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        delete(runs);
    }

    /** Deletes a folder and its contents, if it exists. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
