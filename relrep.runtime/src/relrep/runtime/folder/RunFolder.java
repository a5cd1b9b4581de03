package relrep.runtime.folder;

import relrep.api.experiment.Row;
import relrep.api.run.InvalidInputException;
import relrep.runtime.cache.Cache;
import relrep.workbench.terminal.TerminalText;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The folder of one run, locked by one process. */
public final class RunFolder implements AutoCloseable {
    static final String DRAFT = ".draft";
    static final String LOG = "log.txt";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

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
     * Creates a new folder {@code runs/NAME-DATE-HASH} and points {@code runs/latest} at it.
     *
     * @param directory the parent folder of {@code runs/}
     * @param experiment its name
     * @param definition the digest of the experiment as run
     * @param clock for the date
     */
    public static RunFolder create(
            Path directory, String experiment, String definition, Clock clock) {
        Path runs = directory.resolve("runs");
        try {
            Path folder = FolderPlace.make(runs, experiment, definition, clock);
            RunFolder made = held(folder, clock);
            FolderPlace.latest(runs, folder);
            return made;
        } catch (IOException failed) {
            throw new InvalidInputException(
                    "a run needs a folder that can be written, %s cannot: %s; out=FOLDER names another"
                            .formatted(runs, Cache.reason(failed)),
                    failed);
        }
    }

    /**
     * Opens a folder that the user named. It must be new, empty, or have an unfinished run of the
     * same experiment, which is continued.
     *
     * @throws InvalidInputException when it is anything else, or cannot be written
     */
    public static RunFolder open(Path folder, String experiment, String definition, Clock clock) {
        try {
            FolderPlace.require(folder, experiment, definition);
            return held(folder, clock);
        } catch (IOException failed) {
            throw InvalidInputException.of(
                    "out",
                    "must name a folder that can be written, %s cannot: %s"
                            .formatted(folder, Cache.reason(failed)),
                    failed);
        }
    }

    /**
     * Opens a folder with its log locked during the run, so that two processes never write into one
     * folder.
     */
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
            throw FolderPlace.refuse(folder, "is being written by another run");
        }
        return new RunFolder(folder, clock, log);
    }

    /** Returns its path. */
    public Path path() {
        return path;
    }

    /** Writes the experiment as run, and its provenance. */
    public void begin(String experiment, Provenance provenance) {
        provenance.write(path);
        text("experiment.yaml", experiment);
    }

    /** Starts the results from the beginning. */
    public void columns(List<String> columns) {
        if (results != null) {
            results.close();
        }
        results = new ResultFiles(path, columns);
    }

    /** Adds rows in their final order. */
    public void add(List<Row> rows) {
        results.add(rows);
    }

    /** Writes a small table, for example {@code failures.csv}. */
    public void table(String file, List<String> columns, List<Map<String, String>> rows) {
        ResultFiles.table(path.resolve(file), columns, rows);
    }

    /** Writes the final provenance and state. */
    public void end(Provenance provenance, Provenance.State state) {
        provenance.put("state", state.word()).write(path);
    }

    /** Writes a file. */
    public void text(String file, String text) {
        Disk.write(path.resolve(file), () -> Files.writeString(path.resolve(file), text));
    }

    /** Adds a line to the log. */
    public synchronized void log(String line) {
        String dated =
                TIME.format(LocalDateTime.now(clock)) + " " + TerminalText.lines(line) + "\n";
        Disk.write(
                path.resolve(LOG),
                () -> log.write(ByteBuffer.wrap(dated.getBytes(StandardCharsets.UTF_8))));
    }

    /** Adds a failure to the log, with its stack trace. */
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
