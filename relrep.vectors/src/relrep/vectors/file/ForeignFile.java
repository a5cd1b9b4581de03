package relrep.vectors.file;

import relrep.api.file.FileSignature;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Recognises files that are not maps at all, as opposed to damaged maps. */
final class ForeignFile {
    private static final int LENGTH = 4096;
    private static final int HEADER = 8;
    private static final String NUMPY = "\u0093NUMPY";
    private static final String ZIP = "PK";
    private static final String GZIP = "\u001f\u008b";

    private ForeignFile() {}

    /**
     * Throws if the beginning of a file cannot be that of a map.
     *
     * @throws InvalidInputException that names the kind of the file
     */
    static void refuse(Path file) {
        what(file)
                .ifPresent(
                        what -> {
                            throw new InvalidInputException(
                                    "%s must be a map, as 'relrep align' writes it, but is %s"
                                            .formatted(file, what));
                        });
    }

    private static Optional<String> what(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of("a folder");
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LENGTH);
        } catch (IOException unreadable) {
            return Optional.empty(); // the reader reports it
        }
        String letters = new String(start, StandardCharsets.ISO_8859_1);
        if (start.length == 0) {
            return Optional.of("empty");
        }
        if (letters.startsWith(NUMPY)) {
            return Optional.of("an array of NumPy, .npy");
        }
        if (letters.startsWith(GZIP)) {
            return Optional.of("packed with gzip");
        }
        if (start.length > HEADER && start[HEADER] == '{') {
            return Optional.empty(); // safetensors, though perhaps none of a map
        }
        Optional<String> known = FileSignature.of(start);
        if (known.isPresent() || letters.startsWith(ZIP)) {
            return known.or(() -> Optional.of("an archive, such as .npz"));
        }
        return text(letters) ? Optional.of("text") : Optional.empty();
    }

    /**
     * Returns whether the beginning is text. A map begins with a length of eight bytes, whose last
     * bytes are zeros.
     */
    private static boolean text(String letters) {
        return letters.chars()
                .limit(HEADER)
                .allMatch(letter -> letter >= ' ' || Character.isWhitespace(letter));
    }
}
