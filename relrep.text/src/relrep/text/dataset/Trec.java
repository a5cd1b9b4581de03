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
import relrep.files.official.SetFiles;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The dataset {@code trec}: questions by the type of their answer. */
@Component(service = Dataset.class)
@Plugin(
        name = "trec",
        description = "5,952 questions by the type of answer, 6 coarse or 50 fine classes",
        source = "Li & Roth, Learning Question Classifiers, COLING 2002")
public final class Trec implements Dataset, Tunable<Dataset, Trec.Options> {
    private static final String NAME = "trec";
    private static final String ADDRESS = "https://cogcomp.seas.upenn.edu/Data/QA/QC/";
    private static final List<String> COARSE = List.of("ABBR", "ENTY", "DESC", "HUM", "LOC", "NUM");
    private static final Map<String, String> PARTS =
            Map.of(
                    "ABBR", "abb exp",
                    "ENTY",
                            "animal body color cremat currency dismed event food instru lang letter"
                                    + " other plant product religion sport substance symbol"
                                    + " techmeth termeq veh word",
                    "DESC", "def desc manner reason",
                    "HUM", "gr ind title desc",
                    "LOC", "city country mount other state",
                    "NUM",
                            "code count date dist money ord other period perc speed temp volsize"
                                    + " weight");
    private static final List<String> FINE =
            COARSE.stream()
                    .flatMap(
                            coarse ->
                                    Stream.of(PARTS.get(coarse).split(" ", 0))
                                            .map(fine -> coarse + ":" + fine))
                    .toList();

    private final Options options;

    /** Makes the dataset with coarse classes. */
    @Activate
    public Trec() {
        this(new Options(Grain.COARSE, TextOptions.ALL));
    }

    private Trec(Options options) {
        this.options = options;
    }

    /** The options of {@code trec}. */
    public record Options(
            @Option("which classes: coarse has 6, ABBR to NUM; fine has 50, ABBR:abb to NUM:weight")
                    Grain classes,
            TextOptions samples) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Dataset with(Options changed) {
        return new Trec(changed);
    }

    @Override
    public Content content() {
        return Content.TEXT;
    }

    @Override
    public List<String> needs() {
        return List.of(
                "trec/train_5500.label (335858 bytes, packed or not) from " + ADDRESS,
                "trec/TREC_10.label (23354 bytes, packed or not) from " + ADDRESS);
    }

    @Override
    public Split load(DataPlaces places, Run run) {
        TextFiles files =
                new TextFiles(
                        new SetFiles(NAME, List.of(URI.create(ADDRESS)), places),
                        StandardCharsets.ISO_8859_1,
                        run);
        boolean fine = options.classes() == Grain.FINE;
        List<String> classes = fine ? FINE : COARSE;
        return new TextSet(NAME, classes)
                .split(
                        part(files, "train_5500.label", classes, fine),
                        () -> part(files, "TREC_10.label", classes, fine),
                        options.samples(),
                        files.checksums(),
                        run);
    }

    private static LabelledTexts part(
            TextFiles files, String name, List<String> classes, boolean fine) {
        TextFile file = files.published(name, "it is at " + ADDRESS);
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(" ", 2);
            String written = fine ? cells[0] : cells[0].split(":", 2)[0];
            int label = classes.indexOf(written);
            if (label < 0) {
                throw file.wrong(
                        i + 1,
                        "a class, %s to %s, a colon, a finer class and the question"
                                .formatted(COARSE.get(0), COARSE.get(COARSE.size() - 1)),
                        TextFile.quoted(lines.get(i)));
            }
            labels.add(label);
            texts.add(cells.length < 2 ? "" : cells[1]);
        }
        return LabelledTexts.of(texts, labels);
    }
}
