package relrep.formats;

import relrep.api.file.FileSignature;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.FileContent;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats of this bundle, for programs without a service registry. */
public final class OwnFormats {
    private static final int BEGINNING = 4096;
    private static final List<VectorFormat> ALL =
            List.of(new Npy(), new Npz(), new Csv(), new Word2vec(), new WordText());

    private OwnFormats() {}

    /**
     * Opens a file in the format that recognises it.
     *
     * @throws InvalidInputException when no format recognises it, or its format refuses it
     */
    public static VectorFile open(Path file, Run run) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        byte[] beginning = beginning(file);
        for (VectorFormat format : ALL) {
            if (format.recognises(name.replaceFirst("\\.gz$", ""), beginning)) {
                return format.open(VectorSource.of(file), run);
            }
        }
        throw new InvalidInputException(
                "%s must be a .npy, .npz, .csv, .tsv, or word vectors of GloVe, fastText or word2vec, and is %s"
                        .formatted(file, FileSignature.of(beginning).orElse("none of them")));
    }

    private static byte[] beginning(Path file) {
        byte[] bytes = new byte[BEGINNING];
        int length = 0;
        try (FileContent content = FileContent.open(file)) {
            for (int read = 0; read >= 0 && length < BEGINNING; length += Math.max(0, read)) {
                read = content.some(bytes, length, BEGINNING - length);
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
