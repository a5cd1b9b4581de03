package relrep.formats;

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
import relrep.files.FileContent;

import java.util.List;

/**
 * The format {@code csv}: tables of text, with columns separated by commas, tabs, semicolons, bars
 * or blanks.
 */
@Component(service = VectorFormat.class)
@Plugin(
        name = "csv",
        description =
                "a table of text, with or without names of columns and a column of keys; or a list"
                        + " of words or whole numbers",
        source = "RFC 4180; IANA, text/tab-separated-values")
public final class Csv implements VectorFormat, Tunable<VectorFormat, Csv.Options> {
    private final Options options;

    /** Makes the format with its defaults, which detect the layout. */
    @Activate
    public Csv() {
        this(new Options(Header.AUTO, CsvRoles.AUTO, Separator.AUTO));
    }

    private Csv(Options options) {
        this.options = options;
    }

    /** Whether the first line has the names of the columns. */
    public enum Header {
        /** Yes if none of its cells is a number, or its numbers count 0, 1, 2, …. */
        AUTO,
        /** Yes. */
        YES,
        /** No, it is a row. */
        NO
    }

    /** The separators of columns. */
    public enum Separator {
        /** A tab in {@code .tsv}; otherwise the most frequent one that fits. */
        AUTO(' '),
        /** A comma. */
        COMMA(','),
        /** A tab. */
        TAB('\t'),
        /** A semicolon. */
        SEMICOLON(';'),
        /** A vertical bar. */
        BAR('|'),
        /** One blank. */
        SPACE(' ');

        private final char character;

        Separator(char character) {
            this.character = character;
        }

        char character() {
            return character;
        }
    }

    /** The decimal signs. */
    public enum Decimals {
        /** A comma if all numbers have one and it does not separate columns; otherwise a point. */
        AUTO,
        /** A point. */
        POINT,
        /** A comma. */
        COMMA
    }

    /** The options of {@code csv}. */
    public record Options(
            @Option(
                            "whether the first line names the columns; auto: if none of its cells"
                                    + " is a number, or its numbers count 0, 1, 2 and so on")
                    Header header,
            @Option(
                            "the column with the keys, by its name or its number from 0, or none;"
                                    + " auto: the one called id, key, word, token, name or"
                                    + " something_id; else the first if it has words; else the one"
                                    + " that counts the rows; no other column that looks so is a"
                                    + " coordinate, unless this is none")
                    String key,
            @Option(
                            "the column with the classes, by its name or its number from 0, or"
                                    + " none; auto: the one called label, class, target or"
                                    + " category; it is no coordinate")
                    String label,
            @Option("columns that are no coordinates, by their names or numbers from 0")
                    List<String> ignore,
            @Option(
                            "what stands between columns; auto: the one that is most frequent in"
                                    + " the first line")
                    Separator separator,
            @Option(
                            "what stands before the decimals of a number; auto: a comma if numbers"
                                    + " have commas and no points, and something else separates"
                                    + " columns")
                    Decimals decimal) {
        /** Copies the list. */
        public Options {
            ignore = List.copyOf(ignore);
        }

        /** Makes options with automatic detection for the rest. */
        public Options(Header header, String key, Separator separator) {
            this(header, key, CsvRoles.AUTO, List.of(), separator, Decimals.AUTO);
        }
    }

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
        return FormatDetector.of(name, beginning) == FormatDetector.TABLE;
    }

    @Override
    public VectorFile open(VectorSource source, Run run) {
        Npy.requireNoArray(source, "a table of text");
        FileContent.requireWhole(source.file());
        CsvLayout layout = CsvLayout.of(source.file(), options, run);
        if (layout.shape().content() == VectorFile.Content.KEYS
                && layout.columns() == 1
                && UnknownSeparator.in(source.file())) {
            run.note(
                    "%s: most lines hold several numbers, but what separates them is not known, so each line is taken for a word; csv has commas, tabs, semicolons, bars or blanks between columns"
                            .formatted(source));
        }
        CsvNotes.of(source.toString(), layout, options).forEach(run::note);
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
