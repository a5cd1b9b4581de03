package relrep.vectors.sample;

import relrep.api.data.Inputs;
import relrep.api.data.Samples;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.vectors.file.Rows;
import relrep.vectors.file.VectorFiles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Samples of one's own: a text file with one text a line, a table with a column of texts, a folder
 * of pictures, or a file of vectors.
 *
 * @param path the file or folder
 * @param text the name of the column of texts in a table; empty where it is no table of texts
 * @param key the name of the column of keys in a table, if it has one
 * @param channels of pictures: 1 for grey, 3 for colour; empty for those of the first picture
 */
public record SampleSource(
        Path path, Optional<String> text, Optional<String> key, Optional<Integer> channels) {
    /** Checks the number of channels. */
    public SampleSource {
        if (channels.isPresent() && channels.get() != 1 && channels.get() != 3) {
            throw InvalidInputException.of("channels", "must be 1 or 3, not " + channels.get());
        }
    }

    /**
     * Reads the samples.
     *
     * @param files opens files of vectors
     * @throws InvalidInputException when there is no such file, or it is unfit
     */
    public Samples read(VectorFiles files, Run run) {
        if (!Files.exists(path)) {
            throw new InvalidInputException(
                    "samples must be in a file or folder that exists, and %s does not"
                            .formatted(path));
        }
        if (Files.isDirectory(path)) {
            return new PictureFolder(path, channels).read(run);
        }
        if (text.isPresent()) {
            return TextTable.read(path, text.get(), key, run);
        }
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.txt(\\.gz)?")) {
            return TextLines.read(path, run);
        }
        try (VectorFile file = files.open(path.toString(), run)) {
            Samples samples =
                    new Samples(
                            Inputs.of(Rows.all(file, path.toString(), run)),
                            Optional.empty(),
                            Optional.empty());
            List<String> keys = file.keys();
            return keys.isEmpty() ? samples : samples.keyed(keys);
        }
    }
}
