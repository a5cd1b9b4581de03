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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The dataset {@code marc}: reviews with one to five stars in six languages, from a copy of the
 * user's own. The classes are ordered.
 */
@Component(service = Dataset.class)
@Plugin(
        name = "marc",
        description = "Amazon reviews of 1 to 5 stars in 6 languages, where you have a copy",
        source = "Keung et al., The Multilingual Amazon Reviews Corpus, EMNLP 2020")
public final class Marc implements Dataset, Tunable<Dataset, Marc.Options> {
    private static final String NAME = "marc";
    private static final List<String> STARS = List.of("1", "2", "3", "4", "5");
    private static final int NEUTRAL = 2;
    private static final Languages LANGUAGES =
            new Languages(
                    NAME,
                    Map.of("de", "de", "en", "en", "es", "es", "fr", "fr", "ja", "ja", "zh", "zh"),
                    Pattern.compile("de|en|es|fr|ja|zh"),
                    "one of these codes");

    private final Options options;

    /** Makes the dataset in English with five classes. */
    @Activate
    public Marc() {
        this(new Options("en", Grain.FINE, 1, TextOptions.ALL));
    }

    private Marc(Options options) {
        this.options = options;
    }

    /** The options of {@code marc}. */
    public record Options(
            @Option("the language: de, en, es, fr, ja or zh") String language,
            @Option(
                            "which classes: fine has the stars 1 to 5; coarse has negative (1, 2)"
                                    + " and positive (4, 5) and leaves 3 out")
                    Grain classes,
            @Option(
                            value =
                                    "the seed that shuffles the training reviews before train cuts"
                                            + " them, since files may be sorted by stars; 0 keeps"
                                            + " their order",
                            min = 0)
                    int shuffle,
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
        return new Marc(changed);
    }

    @Override
    public Content content() {
        return Content.TEXT;
    }

    @Override
    public List<String> needs() {
        return Stream.of("train", "dev", "test")
                .map(
                        part ->
                                "marc/%s (JSON lines, or .csv), a copy of your own"
                                        .formatted(name(part)))
                .toList();
    }

    @Override
    public Split load(DataPlaces places, Run run) {
        TextFiles files = TextFiles.local(NAME, places, run);
        boolean fine = options.classes() == Grain.FINE;
        TextSet set = new TextSet(NAME, fine ? STARS : List.of("negative", "positive"));
        LabelledTexts train = classed(part(files, "train"), run);
        return set.split(
                Shuffle.of(train, options.shuffle()),
                classed(part(files, "dev"), run),
                () -> classed(part(files, "test"), run),
                options.samples(),
                files.checksums(),
                run);
    }

    private String name(String part) {
        return "dataset_%s_%s.json".formatted(options.language(), part);
    }

    private LabelledTexts part(TextFiles files, String part) {
        String json = name(part);
        String csv = json.replace(".json", ".csv");
        Optional<TextFile> found =
                files.unpublished(
                        Stream.of(json, part + "/" + json, "json/" + part + "/" + json, csv)
                                .flatMap(name -> Stream.of(name, name + ".gz"))
                                .toList());
        TextFile file =
                found.orElseThrow(
                        () ->
                                files.missing(
                                        json,
                                        "Amazon withdrew this set and its licence forbids to publish it again, so relrep cannot fetch it; put a copy of your own there, JSON lines or %s with index,text,star"
                                                .formatted(csv)));
        return file.file().getFileName().toString().contains(".csv")
                ? StarTable.ofCsv(file)
                : StarTable.ofJson(file);
    }

    private LabelledTexts classed(LabelledTexts stars, Run run) {
        if (options.classes() == Grain.FINE) {
            return stars;
        }
        LabelledTexts clear = stars.where(row -> stars.labels().get(row) != NEUTRAL);
        run.note(
                "%d of %d reviews of marc have 3 stars and are left out"
                        .formatted(stars.size() - clear.size(), stars.size()));
        return LabelledTexts.of(
                clear.texts(),
                clear.labels().stream().map(label -> label > NEUTRAL ? 1 : 0).toList());
    }
}
