package relrep.files;

import relrep.api.run.InvalidInputException;
import relrep.api.run.UnavailableException;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file under a temporary name beside its target. The target appears when {@link #commit}
 * is called, complete, or not at all. Remains of a killed process are removed when the file is
 * written again.
 */
public final class PartFile implements Closeable {
    private final Path target;
    private final Path part;
    private final FileChannel channel;

    private PartFile(Path target, Path part, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.channel = channel;
    }

    /**
     * Starts a file.
     *
     * @param target its path; an existing file is replaced
     * @throws InvalidInputException when a file cannot be written there
     */
    public static PartFile of(Path target) {
        if (Files.isDirectory(target)) {
            throw new InvalidInputException(
                    target + " must be a file to write to, but is a folder");
        }
        for (int i = 0; ; i++) {
            Path part = target.resolveSibling(target.getFileName() + "." + i + ".part");
            try {
                FileChannel channel =
                        FileChannel.open(
                                part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                Abandoned.claim(part, channel);
                return new PartFile(target, part, channel);
            } catch (FileAlreadyExistsException e) {
                if (Abandoned.removed(part)) {
                    i--;
                }
            } catch (IOException e) {
                String reason =
                        e instanceof NoSuchFileException ? "there is no such folder" : Reason.of(e);
                throw new InvalidInputException(
                        "%s must be writable, but is not: %s".formatted(target, reason), e);
            }
        }
    }

    /** Returns the channel to write to. */
    public FileChannel channel() {
        return channel;
    }

    /** Returns the target. */
    public Path target() {
        return target;
    }

    /**
     * Gives the file its name.
     *
     * @throws UnavailableException when the disk fails
     */
    public void commit() {
        try {
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            channel.close(); // it was claimed until here
            Abandoned.release(part);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Returns the exception for a failed write; usually the disk is full. */
    public UnavailableException failed(IOException e) {
        return new UnavailableException(
                "%s could not be written to its end: %s".formatted(target, Reason.of(e)), e);
    }

    /** Deletes the temporary file if it was not committed. */
    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                Files.deleteIfExists(part);
                channel.close();
                Abandoned.release(part);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
