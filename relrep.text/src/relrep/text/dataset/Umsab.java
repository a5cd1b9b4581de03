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
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.TextFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The dataset {@code umsab}: tweets and their sentiment in eight languages, which do not
 * correspond. The classes are ordered.
 */
@Component(service = Dataset.class)
@Plugin(
        name = "umsab",
        description =
                "3,033 tweets in each of 8 languages; negative, neutral, positive; not parallel",
        source =
                "Barbieri et al., XLM-T: Multilingual Language Models in Twitter for Sentiment"
                        + " Analysis and Beyond, LREC 2022")
public final class Umsab implements Dataset, Tunable<Dataset, Umsab.Options> {
    private static final String NAME = "umsab";
    private static final String FOLDER = "xlm-t-sentiment";
    private static final String ADDRESS =
            "https://raw.githubusercontent.com/cardiffnlp/xlm-t/main/data/sentiment/";
    private static final TextSet SET =
            new TextSet(NAME, List.of("negative", "neutral", "positive"));
    private static final Map<String, String> NAMES =
            Map.of(
                    "ar", "arabic",
                    "de", "german",
                    "en", "english",
                    "es", "spanish",
                    "fr", "french",
                    "hi", "hindi",
                    "it", "italian",
                    "pt", "portuguese");
    private static final Languages LANGUAGES =
            new Languages(
                    NAME,
                    NAMES,
                    Pattern.compile(String.join("|", NAMES.values())),
                    "an English name such as french");

    private final Options options;

    /** Makes the dataset in English. */
    @Activate
    public Umsab() {
        this(new Options("english", TextOptions.ALL));
    }

    private Umsab(Options options) {
        this.options = options;
    }

    /** The options of {@code umsab}. */
    public record Options(
            @Option("the language: english or en, french or fr, and six others") String language,
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
        return new Umsab(changed);
    }

    @Override
    public Content content() {
        return Content.TEXT;
    }

    @Override
    public List<String> needs() {
        return List.of(
                "%s/%s/ with train_text.txt, train_labels.txt, and the same of val and test, from %s"
                        .formatted(FOLDER, LANGUAGES.own(options.language()), ADDRESS));
    }

    @Override
    public Split load(DataPlaces places, Run run) {
        TextFiles files = TextFiles.of(NAME, FOLDER, ADDRESS, places, run);
        return SET.split(
                part(files, "train"),
                part(files, "val"),
                () -> part(files, "test"),
                options.samples(),
                files.checksums(),
                run);
    }

    private LabelledTexts part(TextFiles files, String part) {
        String start = LANGUAGES.own(options.language()) + "/" + part;
        List<String> there = files.foldersWith("train_text.txt");
        String advice =
                "the languages there are %s; others are below %s"
                        .formatted(there.isEmpty() ? "none" : String.join(", ", there), ADDRESS);
        TextFile texts = files.published(start + "_text.txt", advice);
        TextFile labels = files.published(start + "_labels.txt", advice);
        List<String> lines = texts.lines();
        List<String> numbers = labels.lines();
        if (lines.size() != numbers.size()) {
            throw new InvalidInputException(
                    "texts and labels must be as many, but %s has %d and %s has %d"
                            .formatted(texts.file(), lines.size(), labels.file(), numbers.size()));
        }
        List<Integer> classes = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            int label = List.of("0", "1", "2").indexOf(numbers.get(i).strip());
            if (label < 0) {
                throw labels.wrong(
                        i + 1,
                        "0 (negative), 1 (neutral) or 2 (positive)",
                        TextFile.quoted(numbers.get(i)));
            }
            classes.add(label);
        }
        return LabelledTexts.of(lines, classes);
    }
}
