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
import relrep.files.FileContent;

/**
 * The format {@code word-text}: lines of text separated by blanks. A line is a word and its vector
 * ({@code .vec} of fastText, word2vec's text, GloVe), a vector alone, a word alone, or a whole
 * number alone.
 */
@Component(service = VectorFormat.class)
@Plugin(
        name = "word-text",
        description =
                "lines of a word and its vector: GloVe, fastText .vec, word2vec text; or lists of"
                        + " words or whole numbers",
        source =
                "Mikolov et al., word2vec, 2013; Pennington, Socher & Manning, GloVe, 2014;"
                        + " Bojanowski et al., fastText, 2017")
public final class WordText implements VectorFormat, Tunable<VectorFormat, WordText.Options> {
    /** Advice on reading broken lines, for a message. */
    static final String LENIENT = "format=word-text:lenient=true";

    private static final int BETWEEN_STEPS = 1 << 12;

    private final Options options;

    /** Makes the format with its defaults, which detect whether lines begin with a word. */
    @Activate
    public WordText() {
        this(new Options(Keys.AUTO, false));
    }

    private WordText(Options options) {
        this.options = options;
    }

    /** Whether lines begin with a word. */
    public enum Keys {
        /** Yes unless all of the first lines begin with a number. */
        AUTO,
        /** Yes, even if the words are numbers. */
        YES,
        /** No: the lines are vectors alone. */
        NO;

        boolean yes() {
            return this == YES;
        }
    }

    /** The options of {@code word-text}. */
    public record Options(
            @Option(
                            "whether lines begin with a word; auto: unless all of the first 64"
                                + " begin with a number, and these do not count the lines or step"
                                + " evenly")
                    Keys keys,
            @Option(
                            "whether broken lines are skipped and counted, a wrong header is"
                                + " ignored, and words that are not UTF-8 are read with a mark in"
                                + " place of the wrong bytes")
                    boolean lenient) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public VectorFormat with(Options changed) {
        return new WordText(changed);
    }

    @Override
    public boolean recognises(String name, byte[] beginning) {
        return FormatDetector.of(name, beginning) == FormatDetector.TEXT;
    }

    /** Returns true: any text may be in this format, and in another one as well. */
    @Override
    public boolean lastResort() {
        return true;
    }

    @Override
    public VectorFile open(VectorSource source, Run run) {
        Npy.requireNoArray(source, "a text of vectors");
        FileContent.requireWhole(source.file());
        WordTextLayout layout = WordTextLayout.of(source.file(), options, run);
        boolean skipping = options.lenient() && layout.content() == VectorFile.Content.VECTORS;
        long rows = skipping ? whole(source, layout, run) : layout.rows();
        if (layout.index()) {
            run.note(
                    "%s: the first numbers of the lines count them and are taken for an index; format=word-text:keys=no reads them as coordinates"
                            .formatted(source));
        }
        if (layout.content() == VectorFile.Content.KEYS && UnknownSeparator.in(source.file())) {
            run.note(
                    "%s: most lines hold several numbers, but what separates them is not known, so each line is taken for a word; word-text has blanks between numbers and points before decimals, a file whose name ends with .csv may have others"
                            .formatted(source));
        }
        layout.doubt()
                .sentences(source.toString(), layout.width() + (layout.keyed() ? 1 : 0))
                .forEach(run::note);
        return new ForwardFile(
                source.toString(),
                new ForwardFile.Shape(layout.content(), rows, layout.width(), layout.keyed()),
                () -> new WordTextRows(source.file(), layout, skipping));
    }

    /** Counts the complete lines, and reports the number of incomplete ones. */
    private static long whole(VectorSource source, WordTextLayout layout, Run run) {
        try (WordTextRows lines = new WordTextRows(source.file(), layout, true)) {
            long rows = 0;
            while (lines.good(rows)) {
                if (rows++ % BETWEEN_STEPS == 0) {
                    run.step(0, 1);
                }
            }
            if (lines.skipped() > 0) {
                run.note(
                        "%s: %d of %d lines %s skipped; the first: %s"
                                .formatted(
                                        source,
                                        lines.skipped(),
                                        rows + lines.skipped(),
                                        lines.skipped() == 1 ? "is" : "are",
                                        lines.firstSkipped()));
            }
            return rows;
        }
    }
}
