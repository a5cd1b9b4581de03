package relrep.text.dataset;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Split;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;
import relrep.files.TextFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The dataset {@code sib-200}: the topics of the same sentences in 205 languages. The keys are the
 * numbers of the sentences, so that languages correspond.
 */
@Component(service = Dataset.class)
@Plugin(
        name = "sib-200",
        description = "1,004 sentences of 7 topics, the same in each of 205 languages",
        source =
                "Adelani et al., SIB-200: A Simple, Inclusive, and Big Evaluation Dataset for Topic"
                        + " Classification in 200+ Languages and Dialects, EACL 2024")
public final class Sib200 implements Dataset, Tunable<Dataset, Sib200.Options> {
    private static final String NAME = "sib-200";
    private static final String ADDRESS =
            "https://raw.githubusercontent.com/dadelani/sib-200/main/data/annotated/";
    private static final String HEADER = "index_id\tcategory\ttext";
    private static final TextSet SET =
            new TextSet(
                    NAME,
                    List.of(
                            "entertainment",
                            "geography",
                            "health",
                            "politics",
                            "science/technology",
                            "sports",
                            "travel"));
    private static final Languages LANGUAGES =
            new Languages(
                    NAME,
                    Map.of("en", "eng_Latn", "fr", "fra_Latn", "de", "deu_Latn"),
                    Pattern.compile("[a-z]{3}_[A-Z][a-z]{3}"),
                    "a code of FLORES-200 such as swh_Latn");

    private final Options options;

    /** Makes the dataset in English. */
    @Activate
    public Sib200() {
        this(new Options("en", TextOptions.ALL));
    }

    private Sib200(Options options) {
        this.options = options;
    }

    /** The options of {@code sib-200}. */
    public record Options(
            @Option("the language: en, fr, de, or a code of FLORES-200 such as swh_Latn")
                    String language,
            TextOptions samples) {
        /** Checks the language. */
        public Options {
            LANGUAGES.own(language);
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Dataset with(Options changed) {
        return new Sib200(changed);
    }

    @Override
    public Content content() {
        return Content.TEXT;
    }

    @Override
    public List<String> needs() {
        return List.of(
                "%s/%s/ with train.tsv, dev.tsv and test.tsv from %s"
                        .formatted(NAME, LANGUAGES.own(options.language()), ADDRESS));
    }

    @Override
    public Split load(DataPlaces places, Run run) {
        TextFiles files = TextFiles.of(NAME, NAME, ADDRESS, places, run);
        LabelledTexts train = part(files, "train");
        LabelledTexts dev = part(files, "dev");
        train.plus(dev).requireKeysOnce(NAME);
        return SET.split(
                train,
                dev,
                () -> {
                    LabelledTexts test = part(files, "test");
                    train.plus(dev).plus(test).requireKeysOnce(NAME);
                    return test;
                },
                options.samples(),
                files.checksums(),
                run);
    }

    private LabelledTexts part(TextFiles files, String part) {
        String language = LANGUAGES.own(options.language());
        TextFile file =
                files.published(
                        language + "/" + part + ".tsv",
                        "the languages there are %s; others are below %s"
                                .formatted(there(files), ADDRESS));
        List<String> lines = file.lines();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw file.wrong(
                    1,
                    "index_id, category and text with tabs between them",
                    lines.isEmpty() ? "nothing" : TextFile.quoted(lines.get(0)));
        }
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = TabbedLine.cells(file, i + 1, lines.get(i), 3);
            int label = SET.classes().indexOf(cells[1]);
            if (label < 0) {
                throw file.wrong(
                        i + 1,
                        "one of " + String.join(", ", SET.classes()),
                        TextFile.quoted(cells[1]));
            }
            keys.add(cells[0]);
            labels.add(label);
            texts.add(TabbedLine.unquoted(cells[2]));
        }
        return new LabelledTexts(texts, labels, keys).requireKeysOnce(file.file().toString());
    }

    private static String there(TextFiles files) {
        List<String> there = files.foldersWith("train.tsv");
        return there.isEmpty() ? "none" : String.join(", ", there);
    }
}
