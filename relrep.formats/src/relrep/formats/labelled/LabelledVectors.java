package relrep.formats.labelled;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Plugins;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.files.Checksum;
import relrep.formats.OwnFiles;
import relrep.formats.OwnFormats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dataset {@code vectors}: vectors of one's own with their labels and keys. */
@Component(service = Dataset.class)
@Plugin(
        name = "vectors",
        description =
                "vectors of your own, with labels and keys where you have them, split to train and"
                        + " test",
        source = "your files")
public final class LabelledVectors implements Dataset, Tunable<Dataset, LabelledVectors.Options> {
    private static final String NAME = "vectors";
    private static final Set<String> LABELS = Set.of("label", "class", "target", "category");
    private static final Set<String> KEYS = Set.of("key", "id", "index", "word");

    private final Plugins plugins;
    private final Options options;

    /**
     * Makes the dataset without files; the option is required.
     *
     * @param plugins asked for a format if one is named
     */
    @Activate
    public LabelledVectors(@Reference Plugins plugins) {
        this(plugins, new Options(List.of(), List.of(), List.of(), "", 1, List.of(), List.of()));
    }

    private LabelledVectors(Plugins plugins, Options options) {
        this.plugins = plugins;
        this.options = options;
    }

    /** The options of {@code vectors}. */
    public record Options(
            @Option(
                            "the file of vectors, or the file to train and the file to test joined"
                                    + " by +: a path, or one below a data folder")
                    List<String> files,
            @Option(
                            "the file of labels for each file of vectors: words or whole numbers,"
                                    + " as lines, .npy, or a table with a column label; none has no"
                                    + " labels")
                    List<String> labels,
            @Option(
                            "the file of keys for each file of vectors, written as labels are; none"
                                    + " takes the keys that a file of vectors has")
                    List<String> keys,
            @Option(
                            "the share of the rows to measure on, chosen by the seed, or the file"
                                    + " to measure on; 0 trains and measures on all; empty is 0.2,"
                                    + " or the second file")
                    String test,
            @Option(value = "the seed that chooses the rows to measure on", min = 0) int seed,
            @Option(
                            "the classes in their order, joined by +; none takes those of the"
                                    + " training labels, numbers rising or words sorted")
                    List<String> classes,
            @Option(
                            value =
                                    "the format of the files of vectors, with its options; none"
                                        + " detects npy, npz, csv, word2vec, GloVe and fastText",
                            plugin = VectorFormat.class)
                    List<String> format) {
        /** Copies the lists, and checks that the options fit each other. */
        public Options {
            files = List.copyOf(files);
            labels = List.copyOf(labels);
            keys = List.copyOf(keys);
            classes = List.copyOf(classes);
            format = List.copyOf(format);
            TestPart.of(files, test);
            if (format.size() > 1 || new HashSet<>(classes).size() < classes.size()) {
                throw new InvalidInputException(
                        "format must be one at most and classes must differ, not %s and %s"
                                .formatted(String.join("+", format), String.join("+", classes)));
            }
            if (!classes.isEmpty() && labels.isEmpty()) {
                throw new InvalidInputException("classes must come with labels, there are none");
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Dataset with(Options changed) {
        return new LabelledVectors(plugins, changed);
    }

    @Override
    public List<String> needs() {
        return options.files().isEmpty()
                ? List.of("files of your own: vectors(files=a.npy, labels=a.csv)")
                : parts();
    }

    @Override
    public Split load(DataPlaces places, Run run) {
        if (options.files().isEmpty()) {
            throw new UnavailableException(
                    "vectors needs its file named, vectors(files=a.npy, labels=a.csv), there is"
                            + " none",
                    null);
        }
        Map<String, String> checksums = new LinkedHashMap<>();
        List<VectorPart> parts = new ArrayList<>();
        for (int i = 0; i < parts().size(); i++) {
            parts.add(part(i, places, checksums, run.part(parts().get(i), 1.0 / parts().size())));
        }
        List<String> classes =
                options.classes().isEmpty()
                        ? parts.get(0)
                                .labels()
                                .map(names -> ClassOrder.of(names.values()))
                                .orElse(List.of())
                        : options.classes();
        Samples first = parts.get(0).samples(classes);
        if (parts.size() == 1) {
            double share = TestPart.of(options.files(), options.test()).share();
            return SeededShare.of(first, share, options.seed(), checksums);
        }
        int width = parts.get(1).vectors().cols();
        if (width != parts.get(0).vectors().cols()) {
            throw new InvalidInputException(
                    "vectors to train and to test must be equally wide, but %s has %d columns and %s has %d"
                            .formatted(
                                    parts.get(0).file(),
                                    parts.get(0).vectors().cols(),
                                    parts.get(1).file(),
                                    width));
        }
        Samples second = parts.get(1).samples(classes);
        noteSharedKeys(first, second, run);
        return new Split(first, second, checksums);
    }

    private static void noteSharedKeys(Samples train, Samples test, Run run) {
        Set<String> trained = new HashSet<>(train.keys().orElse(List.of()));
        long shared = test.keys().orElse(List.of()).stream().filter(trained::contains).count();
        if (shared > 0) {
            run.note(
                    "%d of %d keys of the test part are in the training part as well"
                            .formatted(shared, test.size()));
        }
    }

    /** Returns the names of the files of vectors. */
    private List<String> parts() {
        List<String> names = new ArrayList<>(options.files().subList(0, 1));
        TestPart.of(options.files(), options.test()).file().ifPresent(names::add);
        return names;
    }

    private VectorPart part(int number, DataPlaces places, Map<String, String> checksums, Run run) {
        Path file = found(parts().get(number), places, checksums);
        VectorPart part;
        try (VectorFile open = open(file, run)) {
            part = VectorPart.read(file, open, run);
        }
        if (!options.labels().isEmpty()) {
            Path list = found(listed("labels", options.labels(), number), places, checksums);
            part = part.labelled(ListFile.read("labels", list, LABELS, run));
        }
        if (!options.keys().isEmpty()) {
            Path list = found(listed("keys", options.keys(), number), places, checksums);
            part = part.keyed(ListFile.read("keys", list, KEYS, run));
        }
        return part;
    }

    private VectorFile open(Path file, Run run) {
        return options.format().isEmpty()
                ? OwnFormats.open(file, run)
                : plugins.get(VectorFormat.class, options.format().get(0))
                        .open(VectorSource.of(file), run);
    }

    private String listed(String what, List<String> lists, int number) {
        if (lists.size() != parts().size()) {
            throw new InvalidInputException(
                    "%s must have one file for each file of vectors, %d, not %d"
                            .formatted(what, parts().size(), lists.size()));
        }
        return lists.get(number);
    }

    private static Path found(String name, DataPlaces places, Map<String, String> checksums) {
        Path file = OwnFiles.find(NAME, name, places);
        String plain = file.getFileName().toString();
        checksums.put(checksums.containsKey(plain) ? name : plain, Checksum.of(file));
        return file;
    }
}
