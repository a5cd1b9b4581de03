package relrep.runtime.folder;

import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates or checks the folder of a run. */
final class FolderPlace {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int HASH_DIGITS = 8;

    private FolderPlace() {}

    /** Creates a new folder that no other process uses. */
    static Path make(Path runs, String experiment, String definition, Clock clock)
            throws IOException {
        Files.createDirectories(runs);
        return free(
                runs,
                experiment
                        + "-"
                        + DATE.format(LocalDateTime.now(clock))
                        + "-"
                        + definition.substring(0, HASH_DIGITS));
    }

    private static Path free(Path runs, String name) throws IOException {
        for (int i = 1; ; i++) {
            try {
                return Files.createDirectory(runs.resolve(i == 1 ? name : name + "-" + i));
            } catch (FileAlreadyExistsException taken) {
                if (i == 1000) {
                    throw taken;
                }
            }
        }
    }

    /**
     * Points {@code latest} at a folder: a symbolic link if the system has them, else a file with
     * the name.
     */
    static void latest(Path runs, Path folder) throws IOException {
        Path link = runs.resolve("latest");
        Path draft =
                runs.resolve(
                        ".latest-"
                                + ProcessHandle.current().pid()
                                + "-"
                                + folder.getFileName()
                                + RunFolder.DRAFT);
        try {
            Files.createSymbolicLink(draft, folder.getFileName());
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.writeString(draft, folder.getFileName() + "\n");
        }
        if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(draft);
            return;
        }
        Files.move(
                draft, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Checks that a folder is new, empty, or has an unfinished run of the same experiment. */
    static void require(Path folder, String experiment, String definition) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw refuse(folder, "is a file");
        }
        Files.createDirectories(folder);
        if (!empty(folder)) {
            requireSame(folder, experiment, definition);
        }
    }

    static InvalidInputException refuse(Path folder, String what) {
        return InvalidInputException.of(
                "out",
                "must name a new folder, an empty one, or one with an unfinished run of the"
                        + " same experiment; %s %s".formatted(folder, what));
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(
                    file ->
                            file.getFileName().toString().endsWith(RunFolder.DRAFT)
                                    || file.getFileName().toString().equals(RunFolder.LOG));
        }
    }

    private static void requireSame(Path folder, String experiment, String definition)
            throws IOException {
        Optional<Provenance.Found> found = Provenance.read(folder);
        if (found.isEmpty()) {
            throw refuse(folder, "holds something else");
        }
        if (found.get().finished()) {
            throw refuse(folder, "holds a finished run of " + found.get().experiment());
        }
        if (!found.get().definition().equals(definition)) {
            throw refuse(
                    folder,
                    found.get().experiment().equals(experiment)
                            ? "holds an unfinished run of %s with other settings"
                                    .formatted(experiment)
                            : "holds an unfinished run of " + found.get().experiment());
        }
    }
}
