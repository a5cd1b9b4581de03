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
import relrep.text.topic.TextTopics;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The dataset {@code multi30k}: captions of the same pictures in several languages, line by line.
 * It has no labels. With {@code topics} it has weak ones, made by clustering the captions of one
 * language; they are the same for every language.
 */
@Component(service = Dataset.class)
@Plugin(
        name = "multi30k",
        description =
                "30,014 captions, the same in English, French, German, Czech; weak topics if"
                        + " wanted",
        source =
                "Elliott et al., Multi30K: Multilingual English-German Image Descriptions, 2016;"
                        + " French: Elliott et al., 2017")
public final class Multi30k implements Dataset, Tunable<Dataset, Multi30k.Options> {
    private static final String NAME = "multi30k";
    private static final String ADDRESS =
            "https://raw.githubusercontent.com/multi30k/dataset/master/data/task1/raw/";
    private static final int MOST_TOPICS = 100;
    private static final Languages LANGUAGES =
            new Languages(
                    NAME,
                    Map.of("en", "en", "fr", "fr", "de", "de"),
                    Pattern.compile("[a-z]{2}"),
                    "a code of two letters such as cs");

    private final Options options;

    /** Makes the dataset in English without labels. */
    @Activate
    public Multi30k() {
        this(new Options("en", 0, "en", TextOptions.ALL));
    }

    private Multi30k(Options options) {
        this.options = options;
    }

    /** The options of {@code multi30k}. */
    public record Options(
            @Option("the language: en, fr, de, or another code of two letters such as cs")
                    String language,
            @Option(
                            value =
                                    "how many topics k-means makes of the captions; they are weak"
                                            + " labels, which nobody gave; 0 has no labels",
                            min = 0,
                            max = MOST_TOPICS)
                    int topics,
            @Option("the language whose captions the topics are made of") String topicsOf,
            TextOptions samples) {
        /** Checks the languages and the number of topics. */
        public Options {
            LANGUAGES.own(language);
            LANGUAGES.own(topicsOf);
            if (topics < 0 || topics == 1 || topics > MOST_TOPICS) {
                throw new InvalidInputException(
                        "topics must be 0 for no labels, or 2 to %d, not %d"
                                .formatted(MOST_TOPICS, topics));
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Dataset with(Options changed) {
        return new Multi30k(changed);
    }

    @Override
    public Content content() {
        return Content.TEXT;
    }

    @Override
    public List<String> needs() {
        String files =
                "multi30k/train.%1$s.gz and multi30k/val.%1$s.gz (packed or not) from " + ADDRESS;
        return options.topics() == 0 || options.topicsOf().equals(options.language())
                ? List.of(files.formatted(options.language()))
                : List.of(
                        files.formatted(options.language()),
                        files.formatted(options.topicsOf()) + ", for the topics");
    }

    @Override
    public Split load(DataPlaces places, Run run) {
        TextFiles files = TextFiles.of(NAME, NAME, ADDRESS, places, run);
        TextFile train = captions(files, "train", options.language());
        if (options.topics() == 0) {
            return new TextSet(NAME, List.of())
                    .split(
                            keyed(train, "train", List.of()),
                            () ->
                                    keyed(
                                            captions(files, "val", options.language()),
                                            "val",
                                            List.of()),
                            options.samples(),
                            files.checksums(),
                            run);
        }
        TextFile of = captions(files, "train", options.topicsOf());
        TextTopics topics = TextTopics.of(of.lines(), options.topics(), run);
        run.note(
                "the %d topics of multi30k are weak labels: k-means made them of its captions in '%s', nobody gave them"
                        .formatted(options.topics(), options.topicsOf()));
        return new TextSet(NAME, topics.names())
                .split(
                        keyed(train, "train", corresponding(of, train, topics)),
                        () -> {
                            TextFile val = captions(files, "val", options.language());
                            TextFile ofVal = captions(files, "val", options.topicsOf());
                            return keyed(val, "val", corresponding(ofVal, val, topics));
                        },
                        options.samples(),
                        files.checksums(),
                        run);
    }

    private static TextFile captions(TextFiles files, String part, String language) {
        return files.published(
                "%s.%s.gz".formatted(part, language), "other languages are below " + ADDRESS);
    }

    private static List<Integer> corresponding(TextFile of, TextFile file, TextTopics topics) {
        List<String> captions = of.lines();
        int lines = file.lines().size();
        if (captions.size() != lines) {
            throw new InvalidInputException(
                    "captions of two languages must be as many, but %s has %d and %s has %d"
                            .formatted(of.file(), captions.size(), file.file(), lines));
        }
        return topics.of(captions);
    }

    private static LabelledTexts keyed(TextFile file, String part, List<Integer> labels) {
        List<String> lines = file.lines();
        return new LabelledTexts(
                lines,
                labels,
                IntStream.rangeClosed(1, lines.size()).mapToObj(i -> part + "-" + i).toList());
    }
}
