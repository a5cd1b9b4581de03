package relrep.formats;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;

/**
 * The format {@code word2vec-binary}: a line with two numbers, then words and little-endian floats.
 */
@Component(service = VectorFormat.class)
@Plugin(
        name = "word2vec-binary",
        description = "words and vectors as word2vec writes them with -binary 1",
        source = "Mikolov et al., word2vec, 2013")
public final class Word2vec implements VectorFormat, Tunable<VectorFormat, Word2vec.Options> {
    /** Advice on reading broken files, for a message. */
    static final String LENIENT = "format=word2vec-binary:lenient=true";

    private static final int BETWEEN_STEPS = 1 << 12;

    private final Options options;

    /** Makes the format with its defaults: words that are not UTF-8 are refused. */
    @Activate
    public Word2vec() {
        this(new Options(false));
    }

    private Word2vec(Options options) {
        this.options = options;
    }

    /** The options of {@code word2vec-binary}. */
    public record Options(
            @Option(
                            "whether a file that ends too early or too late is read as far as it is"
                                + " whole, vectors that are not finite are skipped and counted, and"
                                + " words that are not UTF-8 are read with a mark in place of the"
                                + " wrong bytes")
                    boolean lenient) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public VectorFormat with(Options changed) {
        return new Word2vec(changed);
    }

    @Override
    public boolean recognises(String name, byte[] beginning) {
        return FormatDetector.of(name, beginning) == FormatDetector.WORD2VEC;
    }

    @Override
    public VectorFile open(VectorSource source, Run run) {
        Npy.requireNoArray(source, "a binary of word2vec");
        Word2vecHeader header = Word2vecHeader.of(source.file(), options.lenient(), run);
        long rows = options.lenient() ? whole(source, header, run) : header.rows();
        return new ForwardFile(
                source.toString(),
                new ForwardFile.Shape(VectorFile.Content.VECTORS, rows, header.width(), true),
                () -> new Word2vecRows(source.file(), header, options.lenient()));
    }

    /** Counts the complete words, and reports the incomplete rest. */
    private static long whole(VectorSource source, Word2vecHeader header, Run run) {
        try (Word2vecRows words = new Word2vecRows(source.file(), header, true)) {
            long rows = 0;
            while (words.good()) {
                if (rows++ % BETWEEN_STEPS == 0) {
                    run.step(0, 1);
                }
            }
            if (!words.broken().isEmpty()) {
                run.note(
                        "%s: %d words are read, %d are skipped; the first that is wrong: %s"
                                .formatted(source, rows, words.skipped(), words.broken()));
            }
            return rows;
        }
    }
}
