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
import java.util.regex.Pattern;

/** The dataset {@code imdb}: film reviews by sentiment or by rating. Ratings are ordered. */
@Component(service = Dataset.class)
@Plugin(
        name = "imdb",
        description = "film reviews, negative or positive, or rated 1 to 4 and 7 to 10; a slice",
        source = "Maas et al., Learning Word Vectors for Sentiment Analysis, ACL 2011")
public final class Imdb implements Dataset, Tunable<Dataset, Imdb.Options> {
    private static final String NAME = "imdb";
    private static final List<String> SENTIMENTS = List.of("negative", "positive");
    private static final List<String> RATINGS = List.of("1", "2", "3", "4", "7", "8", "9", "10");
    private static final int NEGATIVE = 4;
    private static final Pattern BREAKS = Pattern.compile("\\s*+(?:<br\\s*+/?>\\s*+)++");
    private static final String SITE = "ai.stanford.edu/~amaas/data/sentiment";

    private final Options options;

    /** Makes the dataset with two classes, and blanks for line breaks. */
    @Activate
    public Imdb() {
        this(new Options(ReviewClasses.SENTIMENT, LineBreaks.BLANK, TextOptions.ALL));
    }

    private Imdb(Options options) {
        this.options = options;
    }

    /** The classes of a review. */
    public enum ReviewClasses {
        /** Negative and positive. */
        SENTIMENT,
        /** The eight ratings that occur. */
        RATING
    }

    /** What becomes of {@code <br />}. */
    public enum LineBreaks {
        /** One blank. */
        BLANK,
        /** It stays. */
        KEEP
    }

    /** The options of {@code imdb}. */
    public record Options(
            @Option("which classes: sentiment has 2; rating has 8 in order, 1 to 4 and 7 to 10")
                    ReviewClasses classes,
            @Option("what becomes of <br />: blank makes one blank of several; keep leaves them")
                    LineBreaks lineBreaks,
            TextOptions samples) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Dataset with(Options changed) {
        return new Imdb(changed);
    }

    @Override
    public Content content() {
        return Content.TEXT;
    }

    @Override
    public List<String> needs() {
        return List.of(
                "imdb/ with train-ids-0-999.tsv.gz and test-ids-0-499.tsv.gz or the like (id,"
                    + " rating, pos or neg, text), which a SHA256SUMS lists; the reviews are at "
                        + SITE);
    }

    @Override
    public Split load(DataPlaces places, Run run) {
        TextFiles files = TextFiles.local(NAME, places, run);
        boolean rating = options.classes() == ReviewClasses.RATING;
        return new TextSet(NAME, rating ? RATINGS : SENTIMENTS)
                .split(
                        part(files, "train"),
                        () -> part(files, "test"),
                        options.samples(),
                        files.checksums(),
                        run);
    }

    private LabelledTexts part(TextFiles files, String part) {
        TextFile file =
                files.slice(Pattern.compile(part + "-ids-\\d+-\\d+\\.tsv"))
                        .orElseThrow(
                                () ->
                                        files.missing(
                                                part + "-ids-0-N.tsv",
                                                "write one from the reviews at " + SITE));
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = TabbedLine.cells(file, i + 1, lines.get(i), 4);
            int rating = RATINGS.indexOf(cells[1]);
            boolean positive = rating >= NEGATIVE;
            if (rating < 0 || !cells[2].equals(positive ? "pos" : "neg")) {
                throw file.wrong(
                        i + 1,
                        "a rating of 1 to 4 with neg, or of 7 to 10 with pos",
                        TextFile.quoted(cells[1] + " " + cells[2]));
            }
            labels.add(options.classes() == ReviewClasses.RATING ? rating : positive ? 1 : 0);
            texts.add(
                    options.lineBreaks() == LineBreaks.KEEP
                            ? cells[3]
                            : BREAKS.matcher(cells[3]).replaceAll(" "));
        }
        return LabelledTexts.of(texts, labels);
    }
}
