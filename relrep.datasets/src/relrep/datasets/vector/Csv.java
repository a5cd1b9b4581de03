package relrep.datasets.vector;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;

import java.util.List;

/** Tables of text, their columns between commas, tabs or semicolons. */
@Component(service = VectorFormat.class)
@Plugin(
        name = "csv",
        description =
                "a table of text, with or without names of columns and a column of keys; or a list"
                        + " of words or whole numbers",
        source = "RFC 4180; IANA, text/tab-separated-values")
public final class Csv implements VectorFormat, Tunable<VectorFormat, Csv.Options> {
    private final Options options;

    /** Finds out what there is. */
    @Activate
    public Csv() {
        this(new Options(Header.AUTO, "auto", Separator.AUTO));
    }

    private Csv(Options options) {
        this.options = options;
    }

    /** Whether the first line names the columns. */
    public enum Header {
        /** If it has no number where the second line has one. */
        AUTO,
        /** It does. */
        YES,
        /** It is a row like the others. */
        NO
    }

    /** What stands between columns. */
    public enum Separator {
        /** A tab in {@code .tsv}; else what comes most often in the first line. */
        AUTO(' '),
        /** A comma. */
        COMMA(','),
        /** A tab. */
        TAB('\t'),
        /** A semicolon. */
        SEMICOLON(';');

        private final char character;

        Separator(char character) {
            this.character = character;
        }

        char character() {
            return character;
        }
    }

    /** The options of {@code csv}. */
    public record Options(
            @Option(
                            "whether the first line names the columns; auto: if it has no number"
                                    + " where the second line has one")
                    Header header,
            @Option(
                            "the column with the keys, by its name or its number from 0, or none;"
                                    + " auto: the first, if it has no number or is called id, key,"
                                    + " word, token, name or nothing")
                    String key,
            @Option("what stands between columns; auto: what comes most often in the first line")
                    Separator separator) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public VectorFormat with(Options changed) {
        return new Csv(changed);
    }

    @Override
    public boolean recognises(String name, byte[] beginning) {
        return Sniff.of(name, beginning) == Sniff.TABLE;
    }

    @Override
    public VectorFile open(VectorSource source, Run run) {
        Npy.requireNoArray(source, "a table of text");
        CsvLayout layout = CsvLayout.of(source.file(), options, run);
        return new ForwardFile(
                source.toString(), layout.shape(), () -> new CsvRows(source.file(), layout));
    }

    @Override
    public List<String> writes() {
        return List.of(".csv", ".tsv", ".csv.gz", ".tsv.gz");
    }

    @Override
    public VectorWriter create(VectorTarget target) {
        return CsvOutput.to(target);
    }
}
