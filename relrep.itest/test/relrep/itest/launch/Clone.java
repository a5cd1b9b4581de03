package relrep.itest.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Copies of this clone in other folders, without its sources. */
public final class Clone {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));
    private static final long BIG = 10_000_000;

    private Clone() {}

    /** Copies the scripts alone into a new folder, and returns it. */
    static Path scripts(Path clone) throws IOException {
        Files.createDirectories(clone);
        Files.copy(TOP.resolve("relrep"), clone.resolve("relrep"));
        if (!clone.resolve("relrep").toFile().setExecutable(true)) {
            throw new IOException(clone + " takes no programs");
        }
        copy("cnf/sh", clone);
        return clone;
    }

    /** Copies the scripts and what was built into a new folder, and returns it. */
    public static Path of(Path folder) throws IOException {
        Path clone = scripts(folder);
        copy("dist", clone);
        Path built = clone.resolve("dist/built");
        Files.setLastModifiedTime(built, FileTime.from(Instant.now()));
        return clone;
    }

    /** Big jars, which nobody opens here by their own paths, are linked to. */
    private static void copy(String what, Path clone) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(TOP.resolve(what))) {
            files = walk.toList();
        }
        for (Path file : files) {
            Path copy = clone.resolve(TOP.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else if (Files.size(file) > BIG) {
                Files.createSymbolicLink(copy, file);
            } else {
                Files.copy(file, copy);
            }
        }
    }
}
