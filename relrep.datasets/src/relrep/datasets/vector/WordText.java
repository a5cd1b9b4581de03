package relrep.datasets.vector;

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
 * Lines of text with blanks between: a word and its vector ({@code .vec} of fastText, word2vec's
 * text, GloVe), a vector alone, a word alone, or a whole number alone.
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
    private final Options options;

    /** Finds out whether lines begin with a word. */
    @Activate
    public WordText() {
        this(new Options(Keys.AUTO, false));
    }

    private WordText(Options options) {
        this.options = options;
    }

    /** Whether lines begin with a word. */
    public enum Keys {
        /** If not all of the first lines begin with a number. */
        AUTO,
        /** Always, even if the words are numbers. */
        YES,
        /** Never: the lines are vectors alone. */
        NO
    }

    /** The options of {@code word-text}. */
    public record Options(
            @Option(
                            "whether lines begin with a word; auto: unless all of the first 64"
                                    + " begin with a number")
                    Keys keys,
            @Option(
                            "whether words that are no UTF-8 are read with a mark in place of what"
                                    + " is wrong")
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
        return Sniff.of(name, beginning) == Sniff.TEXT;
    }

    @Override
    public VectorFile open(VectorSource source, Run run) {
        Npy.requireNoArray(source, "a text of vectors");
        WordTextLayout layout = WordTextLayout.of(source.file(), options, run);
        return new ForwardFile(
                source.toString(),
                new ForwardFile.Shape(
                        layout.content(), layout.rows(), layout.width(), layout.keyed()),
                () -> new WordTextRows(source.file(), layout, options.lenient()));
    }
}
