package relrep.files;

import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal. */
public final class Checksum {
    private static final int BLOCK = 1 << 16;

    private Checksum() {}

    /** Returns the checksum of these bytes. */
    public static String of(byte[] bytes) {
        return text(start().digest(bytes));
    }

    /**
     * Returns the checksum of a file as it lies on the disk.
     *
     * @throws InvalidInputException when it is a folder or cannot be read
     */
    public static String of(Path file) {
        MessageDigest digest = start();
        byte[] block = new byte[BLOCK];
        try (InputStream in = open(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
        return text(digest.digest());
    }

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String text(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(file + " must be a file, but is a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    file
                            + " must be a file on a disk, but is a pipe or a device, which can be"
                            + " read once only; write it to a file first");
        }
        return Files.newInputStream(file);
    }
}
