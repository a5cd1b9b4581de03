package relrep.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The framework storage folder of this process. A lock on a file beside it shows that the process
 * is alive. Later processes delete storages without a lock, which killed processes leave behind.
 */
final class Storage implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final Path folder;
    private final Path lockFile;
    private final FileChannel channel;
    private final FileLock lock;

    private Storage(Path folder, Path lockFile, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.channel = channel;
        this.lock = lock;
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : null;
        return reason == null ? "the folder above it does not allow it" : reason;
    }

    static Storage open(Path parent) throws IOException {
        try {
            Files.createDirectories(parent);
            sweep(parent);
            return in(parent);
        } catch (IOException e) {
            throw new IOException(
                    "the cache must be a folder that can be written, and '%s' cannot be made (%s); RELREP_CACHE names another"
                            .formatted(parent, reason(e)),
                    e);
        }
    }

    private static Storage in(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, ProcessHandle.current().pid() + "-");
        Path lockFile = lockOf(folder);
        FileChannel channel =
                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new Storage(folder, lockFile, channel, channel.lock());
    }

    Path folder() {
        return folder;
    }

    /**
     * Writes down the exit code, for a start script that sees the end of the process before the
     * storage is deleted.
     */
    void note(int exit) throws IOException {
        channel.write(ByteBuffer.wrap((exit + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
    }

    /** Removes the storages beside this one that no process holds. */
    private static void sweep(Path parent) throws IOException {
        List<Path> locks;
        try (Stream<Path> list = Files.list(parent)) {
            locks = list.filter(file -> file.toString().endsWith(LOCK)).toList();
        }
        for (Path lockFile : locks) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                    FileLock held = channel.tryLock()) {
                if (held != null) {
                    String name = lockFile.getFileName().toString();
                    delete(parent.resolve(name.substring(0, name.length() - LOCK.length())));
                    Files.deleteIfExists(lockFile);
                }
            } catch (IOException | OverlappingFileLockException e) {
                // swept by another process, another user's, or held by this one
            }
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    @Override
    public void close() throws IOException {
        delete(folder);
        lock.release();
        channel.close();
        Files.deleteIfExists(lockFile);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path each, IOException trouble)
                            throws IOException {
                        Files.deleteIfExists(each);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
