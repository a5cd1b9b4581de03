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

/** The folder of one run, held by one process. */
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
     * Opens the folder that a user named: a new or empty one, or one with an unfinished run of the
     * same experiment, which is gone on with.
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
            throw FolderPlace.refuse(folder, "is being written by another run");
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
        String dated =
                TIME.format(LocalDateTime.now(clock)) + " " + TerminalText.lines(line) + "\n";
        Disk.write(
                path.resolve(LOG),
                () -> log.write(ByteBuffer.wrap(dated.getBytes(StandardCharsets.UTF_8))));
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
