package relrep.files.official;

import relrep.api.run.InvalidInputException;
import relrep.files.Reason;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file {@code SHA256SUMS} as {@code sha256sum} writes it. It is beside a file, or up to
 * three folders above with the names of the folders before the file's.
 */
final class Listing {
    private static final String NAME = "SHA256SUMS";
    private static final long LARGEST = 1 << 20;
    private static final int ABOVE = 3;
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](?:\\./)?(.+)");

    private Listing() {}

    /** Returns the listed checksum of a file, if there is one. */
    static Optional<String> checksum(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String name = file.getFileName().toString();
        Optional<String> found = in(folder.resolve(NAME), name);
        for (int i = 0; i < ABOVE && found.isEmpty() && folder.getParent() != null; i++) {
            name = folder.getFileName() + "/" + name;
            folder = folder.getParent();
            found = in(folder.resolve(NAME), name);
        }
        return found;
    }

    private static Optional<String> in(Path listing, String name) {
        if (!Files.isRegularFile(listing)) {
            return Optional.empty();
        }
        try {
            if (Files.size(listing) > LARGEST) {
                throw new InvalidInputException(
                        "%s must have at most %d bytes, not %d"
                                .formatted(listing, LARGEST, Files.size(listing)));
            }
            return Files.readString(listing, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .filter(line -> line.group(2).equals(name))
                    .map(line -> line.group(1).toLowerCase(Locale.ROOT))
                    .findFirst();
        } catch (IOException e) {
            throw Reason.unreadable(listing, e);
        }
    }
}
