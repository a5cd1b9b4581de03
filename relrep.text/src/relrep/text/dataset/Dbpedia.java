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

/** The dataset {@code dbpedia}: first sentences of Wikipedia by the class of their subject. */
@Component(service = Dataset.class)
@Plugin(
        name = "dbpedia",
        description =
                "abstracts of 14 classes of DBpedia: 560,000 to train and 70,000 to test, or a"
                        + " sample",
        source =
                "Zhang, Zhao & LeCun, Character-level Convolutional Networks for Text"
                        + " Classification, NIPS 2015; Lehmann et al., DBpedia, 2015")
public final class Dbpedia implements Dataset, Tunable<Dataset, TextOptions> {
    private static final TopicTable TABLE =
            new TopicTable(
                    new TextSet(
                            "dbpedia",
                            List.of(
                                    "Company",
                                    "EducationalInstitution",
                                    "Artist",
                                    "Athlete",
                                    "OfficeHolder",
                                    "MeanOfTransportation",
                                    "Building",
                                    "NaturalPlace",
                                    "Village",
                                    "Animal",
                                    "Plant",
                                    "Album",
                                    "Film",
                                    "WrittenWork")),
                    Pattern.compile("dbpedia14-sample-[a-z]-\\d+\\.csv"),
                    "dbpedia14-sample-a-5000.csv.gz",
                    "the authors of the paper (dbpedia_csv.tar.gz)",
                    Optional.empty());

    private final TextOptions options;

    /** Makes the dataset with all samples. */
    @Activate
    public Dbpedia() {
        this(TextOptions.ALL);
    }

    private Dbpedia(TextOptions options) {
        this.options = options;
    }

    @Override
    public TextOptions options() {
        return options;
    }

    @Override
    public Dataset with(TextOptions changed) {
        return new Dbpedia(changed);
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
