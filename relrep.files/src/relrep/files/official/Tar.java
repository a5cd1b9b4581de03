package relrep.files.official;

import relrep.files.FileContent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Extracts known files from a {@code .tar}, packed or not. Only requested names are written, into
 * one folder, whatever path the archive gives them.
 */
public final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int TYPE = 156;

    private Tar() {}

    /**
     * Extracts files of an archive into a folder, each under a temporary name first.
     *
     * @param sizes the wanted names, each with its size in bytes
     * @throws relrep.api.run.InvalidInputException when a file is missing or has another size
     * @throws IOException when the folder cannot be written
     */
    public static void unpack(Path archive, Map<String, Long> sizes, Path folder)
            throws IOException {
        Map<String, Long> missing = new HashMap<>(sizes);
        byte[] header = new byte[BLOCK];
        try (FileContent content = FileContent.open(archive)) {
            while (!missing.isEmpty()) {
                content.read(header, BLOCK, "a tar header before " + missing.keySet());
                long size = size(content, header);
                String name = name(header);
                boolean file = header[TYPE] == '0' || header[TYPE] == 0;
                Long wanted = file ? missing.remove(name) : null;
                if (wanted != null && wanted != size) {
                    throw content.wrong(
                            content.offset() - BLOCK + SIZE,
                            "%d bytes of %s".formatted(wanted, name),
                            size + " bytes");
                }
                copy(content, size, wanted == null ? null : folder.resolve(name));
            }
        }
    }

    private static String name(byte[] header) {
        int end = 0;
        while (end < NAME && header[end] != 0) {
            end++;
        }
        String path = new String(header, 0, end, StandardCharsets.ISO_8859_1);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static long size(FileContent content, byte[] header) {
        String octal =
                new String(header, SIZE, SIZE_LENGTH, StandardCharsets.ISO_8859_1)
                        .replace('\0', ' ')
                        .strip();
        if (octal.isEmpty() && name(header).isEmpty()) {
            return 0; // the blocks of zeros at the end
        }
        if (!octal.matches("[0-7]{1,12}")) {
            throw content.wrong(
                    content.offset() - BLOCK + SIZE,
                    "the size of a file in octal",
                    "something else");
        }
        return Long.parseLong(octal, 8);
    }

    /** Copies or skips a file of the archive, and its padding. */
    private static void copy(FileContent content, long size, Path target) throws IOException {
        byte[] block = new byte[BLOCK];
        if (target == null) {
            for (long left = size; left > 0; left -= BLOCK) {
                content.read(block, BLOCK, "the rest of a file");
            }
            return;
        }
        Path part =
                target.resolveSibling(
                        "%s.%d-%d.part"
                                .formatted(
                                        target.getFileName(),
                                        ProcessHandle.current().pid(),
                                        Thread.currentThread().getId()));
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                for (long left = size; left > 0; left -= BLOCK) {
                    content.read(block, BLOCK, "the rest of " + target.getFileName());
                    out.write(block, 0, (int) Math.min(BLOCK, left));
                }
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
