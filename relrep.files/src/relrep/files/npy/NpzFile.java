package relrep.files.npy;

import relrep.api.run.InvalidInputException;
import relrep.files.Reason;
import relrep.files.Unpacked;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An open {@code .npz} of NumPy: several named {@code .npy} in one zip, compressed or not. */
public final class NpzFile implements Closeable {
    private static final String ENDING = ".npy";

    /** The best compression of deflate: one byte for 1,032. */
    private static final long BEST_RATIO = 1032;

    private final Path file;
    private final ZipFile zip;
    private final List<String> names;

    private NpzFile(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
        this.names =
                zip.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.endsWith(ENDING))
                        .map(name -> name.substring(0, name.length() - ENDING.length()))
                        .distinct()
                        .toList();
    }

    /**
     * Opens a file and reads the names of its arrays.
     *
     * @throws InvalidInputException when it is not a zip, or incomplete
     */
    public static NpzFile open(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(file + " must be a .npz file, but is a folder");
        }
        try {
            return new NpzFile(file, new ZipFile(file.toFile()));
        } catch (EOFException | ZipException | IllegalArgumentException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }

    private static InvalidInputException damaged(Path file, Exception e) {
        return new InvalidInputException(
                "%s, offset 0: expected a whole zip of .npy arrays, found damage (%s)"
                        .formatted(file, e.getMessage()),
                e);
    }

    /** Returns the names of its arrays in order. */
    public List<String> names() {
        return names;
    }

    /**
     * Opens an array. This file must stay open while the array is used.
     *
     * @throws InvalidInputException when no array has this name, or it is incomplete
     */
    public NpyFile array(String name) {
        return array(name, false);
    }

    /** Returns an array of texts, bytes or integers of one dimension, as texts. */
    public List<String> texts(String name) {
        try (NpyFile array = array(name, true)) {
            return array.texts();
        }
    }

    /**
     * Reads an array to its end and checks its checksum. Reading only the first rows would not
     * notice damage, which may also affect these rows.
     *
     * @throws InvalidInputException when it is incomplete or damaged
     */
    public void requireWhole(String name) {
        ZipEntry entry = zip.getEntry(name + ENDING);
        try (PackedBytes bytes = packed(file + "#" + name, entry, entry.getSize())) {
            bytes.requireWhole();
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }

    private PackedBytes packed(String called, ZipEntry entry, long size) {
        return new PackedBytes(
                called,
                () -> zip.getInputStream(entry),
                size,
                OptionalLong.of(entry.getCrc()),
                () -> {});
    }

    private NpyFile array(String name, boolean texts) {
        if (!names.contains(name)) {
            throw new InvalidInputException(
                    "%s has no array '%s'; there are %s"
                            .formatted(
                                    file,
                                    name,
                                    names.stream().limit(16).collect(Collectors.joining(", "))));
        }
        ZipEntry entry = zip.getEntry(name + ENDING);
        String called = file + "#" + name;
        long size = entry.getSize();
        long packed = Math.min(entry.getCompressedSize(), file.toFile().length());
        if (size < 0 || packed < 0 || size > (packed + 1) * BEST_RATIO) {
            throw new InvalidInputException(
                    "%s must have at most %d bytes, which is what its %d packed ones can hold, not %d"
                            .formatted(called, (packed + 1) * BEST_RATIO, packed, size));
        }
        if (size > Unpacked.FREE && size / Unpacked.RATIO > packed) {
            throw new InvalidInputException(
                    "%s must have at most %d times as many bytes as are packed, %d, not %d; write it with numpy.savez where they are meant"
                            .formatted(called, Unpacked.RATIO, packed, size));
        }
        return NpyFile.open(called, file, () -> packed(called, entry, size), texts);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }
}
