package relrep.files.official;

import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.files.Checksum;
import relrep.files.Reason;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Downloads one official file to its place in the cache. The data goes to a {@code .part} file
 * beside it, so that an interrupted download continues, now or in another process. The file itself
 * appears complete and checked, or not at all. One process downloads while the others wait.
 */
final class Download {
    private static final int BLOCK = 1 << 16;
    private static final long WAIT_NANOS = 50_000_000L;

    private final OfficialFile file;
    private final Path target;
    private final Path part;
    private final Run run;

    Download(OfficialFile file, Path target, Run run) {
        this.file = file;
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.run = run;
    }

    /**
     * Downloads the file from the first address that has it, and returns it.
     *
     * @throws IOException when no address has it, with the reason of each
     * @throws InvalidInputException when the file has the wrong checksum
     */
    Path from(List<URI> addresses) throws IOException {
        try (FileChannel channel = lockFile()) {
            lock(channel);
            return Files.exists(target) ? target : fetch(addresses);
        }
    }

    private Path fetch(List<URI> addresses) throws IOException {
        List<String> reasons = new ArrayList<>();
        InvalidInputException unlike = null;
        for (URI folder : addresses) {
            URI address = folder.resolve(file.name());
            run.note("downloading %s (%d bytes)".formatted(address, file.size()));
            try {
                return fetch(address);
            } catch (InvalidInputException e) {
                unlike = e;
            } catch (IOException e) {
                reasons.add(address + ": " + Reason.of(e));
            }
        }
        if (unlike != null) {
            throw unlike;
        }
        throw new IOException(String.join("; ", reasons));
    }

    /**
     * Downloads from one address. A part left by another address or day may be wrong, so a failure
     * is followed by one attempt without it.
     */
    private Path fetch(URI address) throws IOException {
        boolean resumed = have() > 0;
        transfer(address);
        String checksum = Checksum.of(part);
        if (!checksum.equals(file.sha256()) && resumed) {
            Files.delete(part);
            transfer(address);
            checksum = Checksum.of(part);
        }
        if (!checksum.equals(file.sha256())) {
            Files.delete(part);
            throw new InvalidInputException(
                    "%s must have the official checksum, SHA-256 %s, but has %s"
                            .formatted(address, file.sha256(), checksum));
        }
        return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Transfers the file. It continues after each interruption as long as each attempt brings some
     * bytes.
     */
    private void transfer(URI address) throws IOException {
        if (have() > file.size()) {
            Files.delete(part);
        }
        while (have() < file.size()) {
            long before = have();
            try {
                append(address, before);
            } catch (IOException e) {
                if (have() <= before) {
                    throw e;
                }
            }
            if (have() <= before) {
                throw new IOException(
                        "it ended after %d of %d bytes".formatted(before, file.size()));
            }
        }
    }

    private void append(URI address, long from) throws IOException {
        try (Answer answer = Answer.get(address, from)) {
            if (answer.total().isPresent() && answer.total().getAsLong() != file.size()) {
                throw new IOException(
                        "the official file has %d bytes, this one %d"
                                .formatted(file.size(), answer.total().getAsLong()));
            }
            try (FileChannel channel =
                    open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.truncate(answer.start());
                channel.position(answer.start());
                copy(answer.body(), channel);
            }
        }
    }

    private void copy(InputStream body, FileChannel channel) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int read = body.read(block); read >= 0; read = body.read(block)) {
            if (channel.position() + read > file.size()) {
                channel.truncate(0);
                throw new IOException(
                        "it goes on after the official %d bytes".formatted(file.size()));
            }
            write(channel, ByteBuffer.wrap(block, 0, read));
            run.step(channel.position(), file.size());
        }
    }

    private void write(FileChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private long have() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private FileChannel lockFile() {
        try {
            Files.createDirectories(target.getParent());
        } catch (IOException e) {
            throw unwritable(e);
        }
        return open(
                target.resolveSibling(".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    private FileChannel open(Path path, StandardOpenOption... how) {
        try {
            return FileChannel.open(path, how);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Waits for the lock of the folder, which closing the channel releases. */
    private void lock(FileChannel channel) throws IOException {
        while (!locked(channel)) {
            run.step(0, file.size());
            LockSupport.parkNanos(WAIT_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new CancelledException("the wait for a download was interrupted");
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }

    private UnavailableException unwritable(IOException e) {
        return new UnavailableException(
                "%s must be writable to keep %s (%d bytes), but is not: %s; choose another cache with RELREP_CACHE"
                        .formatted(target.getParent(), file.name(), file.size(), Reason.of(e)),
                e);
    }
}
