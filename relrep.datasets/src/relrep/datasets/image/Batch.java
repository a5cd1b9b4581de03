package relrep.datasets.image;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.FileContent;
import relrep.files.Reason;
import relrep.files.official.OfficialFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A batch of pictures in a folder.
 *
 * @param file the file: whole, packed, or a slice
 * @param official the official batch that it is, or is a slice of
 * @param slice whether it is a slice
 */
record Batch(Path file, OfficialFile official, boolean slice) {
    private static final String SUFFIX = ".bin";

    /** Returns the batches in a folder, in order. */
    static List<Batch> in(Path folder, List<OfficialFile> wanted) {
        List<Batch> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            wanted.forEach(official -> find(folder, official).ifPresent(found::add));
        }
        return found;
    }

    private static Optional<Batch> find(Path folder, OfficialFile official) {
        for (String name : List.of(official.name(), official.name() + ".gz")) {
            Path whole = folder.resolve(name);
            if (Files.exists(whole)) {
                return Optional.of(new Batch(whole, official, false));
            }
        }
        return largestSlice(folder, official).map(file -> new Batch(file, official, true));
    }

    private static Optional<Path> largestSlice(Path folder, OfficialFile official) {
        String batch = official.name().replace(SUFFIX, "");
        Pattern slice = Pattern.compile(Pattern.quote(batch) + "\\.first(\\d{1,9})\\.bin(\\.gz)?");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> first(slice, file) > 0)
                    .max(
                            Comparator.<Path>comparingInt(file -> first(slice, file))
                                    .thenComparing(Comparator.naturalOrder()));
        } catch (IOException e) {
            throw new InvalidInputException(
                    "%s must be readable, but is not: %s".formatted(folder, Reason.of(e)), e);
        }
    }

    private static int first(Pattern slice, Path file) {
        Matcher name = slice.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /**
     * Checks the batch and returns its checksum, which must be the official one or the listed one.
     */
    String verify(Consumer<FileContent> structure, Run run) {
        return slice
                ? OfficialFile.verifyListed(file, structure)
                : official.verify(file, structure, run);
    }
}
