package relrep.text.dataset;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Split;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The dataset {@code ag-news}: news by topic. A text is a title and a description. */
@Component(service = Dataset.class)
@Plugin(
        name = "ag-news",
        description = "news of 4 topics: 120,000 to train and 7,600 to test, or a slice",
        source =
                "Zhang, Zhao & LeCun, Character-level Convolutional Networks for Text"
                        + " Classification, NIPS 2015; news of ComeToMyHead (Gulli)")
public final class AgNews implements Dataset, Tunable<Dataset, TextOptions> {
    private static final TopicTable TABLE =
            new TopicTable(
                    new TextSet("ag-news", List.of("World", "Sports", "Business", "Sci/Tech")),
                    Pattern.compile("test\\.rows0-\\d+\\.csv"),
                    "test.rows0-5999.csv.gz",
                    "https://github.com/mhjabreel/CharCnn_Keras, data/ag_news_csv",
                    Optional.of('\\'));

    private final TextOptions options;

    /** Makes the dataset with all samples. */
    @Activate
    public AgNews() {
        this(TextOptions.ALL);
    }

    private AgNews(TextOptions options) {
        this.options = options;
    }

    @Override
    public TextOptions options() {
        return options;
    }

    @Override
    public Dataset with(TextOptions changed) {
        return new AgNews(changed);
    }

    @Override
    public Content content() {
        return Content.TEXT;
    }

    @Override
    public List<String> needs() {
        return TABLE.needs();
    }

    @Override
    public Split load(DataPlaces places, Run run) {
        return TABLE.load(options, places, run);
    }
}
