package relrep.vectors.file;

import relrep.api.file.VectorFormat;
import relrep.api.run.InvalidInputException;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The name and the first bytes of a file, from which a format recognises it.
 *
 * @param name in lower case, without a last {@code .gz}
 * @param bytes the first bytes, unpacked
 */
@SuppressWarnings("ArrayRecordComponent") // shown to each format, never compared
record FileStart(String name, byte[] bytes) {
    private static final int LENGTH = 4096;
    private static final int SHOWN = 8;
    private static final int GZIP = 0x1f8b;

    static FileStart of(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(
                    "%s must be a file of vectors, but is a folder".formatted(file));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    file
                            + " must be a file on a disk, but is a pipe or a device, which can be"
                            + " read once only; write it to a file first");
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), LENGTH)) {
            raw.mark(2);
            boolean packed = (raw.read() << 8 | raw.read()) == GZIP;
            raw.reset();
            InputStream in = packed ? new GZIPInputStream(raw, LENGTH) : raw;
            return new FileStart(name.replaceFirst("\\.gz$", ""), in.readNBytes(LENGTH));
        } catch (EOFException | ZipException e) {
            throw new InvalidInputException(
                    "%s, offset 0: expected whole gzip data, found %s"
                            .formatted(
                                    file,
                                    e instanceof EOFException
                                            ? "the end of the packed file"
                                            : "damage (" + e.getMessage() + ")"),
                    e);
        } catch (AccessDeniedException e) {
            throw new InvalidInputException(file + " must be readable, but access is denied", e);
        } catch (IOException e) {
            if (!Files.exists(file)) {
                throw new InvalidInputException("there is no file '%s'".formatted(file), e);
            }
            throw new InvalidInputException(
                    "%s must be readable, but is not: %s".formatted(file, e.getMessage()), e);
        }
    }

    boolean isOf(VectorFormat format) {
        return format.recognises(name, bytes.clone());
    }

    /** Returns the first bytes as text for a message. */
    String shown() {
        return bytes.length == 0
                ? "nothing: it is empty"
                : "the bytes "
                        + HexFormat.ofDelimiter(" ")
                                .formatHex(bytes, 0, Math.min(SHOWN, bytes.length));
    }
}
