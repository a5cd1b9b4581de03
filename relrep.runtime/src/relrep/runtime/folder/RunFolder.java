package relrep.runtime.folder;

import relrep.api.experiment.Row;
import relrep.api.run.InvalidInputException;
import relrep.runtime.cache.Cache;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of one run, held by one process. */
public final class RunFolder implements AutoCloseable {
    static final String DRAFT = ".draft";
    private static final String LOG = "log.txt";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int HASH_DIGITS = 8;

    private final Path path;
    private final Clock clock;
    private final FileChannel log;
    private ResultFiles results;

    private RunFolder(Path path, Clock clock, FileChannel log) {
        this.path = path;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Makes a new folder {@code runs/NAME-DATE-HASH} and points {@code runs/latest} at it.
     *
     * @param directory the folder that {@code runs/} is in
     * @param experiment its name
     * @param definition the digest of the experiment as run
     * @param clock for the date
     */
    public static RunFolder create(
            Path directory, String experiment, String definition, Clock clock) {
        Path runs = directory.resolve("runs");
        String name =
                experiment
                        + "-"
                        + DATE.format(LocalDateTime.now(clock))
                        + "-"
                        + definition.substring(0, HASH_DIGITS);
        try {
            Files.createDirectories(runs);
            Path folder = free(runs, name);
            RunFolder made = held(folder, clock);
            latest(runs, folder);
            return made;
        } catch (IOException failed) {
            throw new InvalidInputException(
                    "a run needs a folder that can be written, %s cannot: %s; --out names another"
                            .formatted(runs, Cache.reason(failed)),
                    failed);
        }
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

    /** A link where the system has them, a file with the name where not. */
    private static void latest(Path runs, Path folder) throws IOException {
        Path link = runs.resolve("latest");
        Path draft =
                runs.resolve(
                        ".latest-"
                                + ProcessHandle.current().pid()
                                + "-"
                                + folder.getFileName()
                                + DRAFT);
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

    /**
     * Opens the folder that a user named: a new or empty one, or one with an unfinished run of the
     * same experiment, which is gone on with.
     *
     * @throws InvalidInputException when it is anything else, or cannot be written
     */
    public static RunFolder open(Path folder, String experiment, String definition, Clock clock) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw refuse(folder, "is a file");
            }
            Files.createDirectories(folder);
            if (!empty(folder)) {
                requireSame(folder, experiment, definition);
            }
            return held(folder, clock);
        } catch (IOException failed) {
            throw new InvalidInputException(
                    "--out must name a folder that can be written, %s cannot: %s"
                            .formatted(folder, Cache.reason(failed)),
                    failed);
        }
    }

    private static InvalidInputException refuse(Path folder, String what) {
        return new InvalidInputException(
                "--out must name a new folder, an empty one, or one with an unfinished run of the"
                        + " same experiment; %s %s".formatted(folder, what));
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(
                    file ->
                            file.getFileName().toString().endsWith(DRAFT)
                                    || file.getFileName().toString().equals(LOG));
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

    /** The log is locked as long as the run goes on: two processes never write one folder. */
    private static RunFolder held(Path folder, Clock clock) throws IOException {
        FileChannel log =
                FileChannel.open(
                        folder.resolve(LOG),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
        FileLock lock = null;
        try {
            lock = log.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            lock = null;
        }
        if (lock == null) {
            log.close();
            throw refuse(folder, "is being written by another run");
        }
        return new RunFolder(folder, clock, log);
    }

    /** Returns where it is. */
    public Path path() {
        return path;
    }

    /** Writes the experiment as run, and what it is made from. */
    public void begin(String experiment, Provenance provenance) {
        provenance.write(path);
        text("experiment.yaml", experiment);
    }

    /** Begins the results anew. */
    public void columns(List<String> columns) {
        if (results != null) {
            results.close();
        }
        results = new ResultFiles(path, columns);
    }

    /** Adds rows, in the order in which they will stay. */
    public void add(List<Row> rows) {
        results.add(rows);
    }

    /** Writes a small table, such as {@code failures.csv}. */
    public void table(String file, List<String> columns, List<Map<String, String>> rows) {
        ResultFiles.table(path.resolve(file), columns, rows);
    }

    /** Writes what the run was made from and with, and how far it came. */
    public void end(Provenance provenance, Provenance.State state) {
        provenance.put("state", state.word()).write(path);
    }

    /** Writes a file. */
    public void text(String file, String text) {
        Disk.write(path.resolve(file), () -> Files.writeString(path.resolve(file), text));
    }

    /** Adds a line to the log. */
    public synchronized void log(String line) {
        String dated = LocalDateTime.now(clock).withNano(0) + " " + line + "\n";
        Disk.write(
                path.resolve(LOG),
                () ->
                        log.write(
                                java.nio.ByteBuffer.wrap(
                                        dated.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    /** Adds a failure to the log, with all that is known of it. */
    public void log(String line, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        log(line + "\n" + trace.toString().stripTrailing());
    }

    @Override
    public void close() {
        if (results != null) {
            results.close();
        }
        Disk.write(path.resolve(LOG), log::close);
    }
}
