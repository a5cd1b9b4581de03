package relrep.formats.words;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.data.Split;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.files.Checksum;
import relrep.formats.OwnFiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset of words, or other keys, for which one or several files have vectors. A sample is the
 * vectors of one word side by side, in the order of the files. The architecture {@code columns}
 * takes one file's vectors out of the samples, so that a space computed elsewhere can be used.
 */
@Component(service = Dataset.class)
@Plugin(
        name = "words",
        description =
                "words with the vectors that files have for them, side by side: GloVe, word2vec,"
                        + " fastText, .npz, .csv",
        source =
                "Moschella et al., Relative representations enable zero-shot latent space"
                        + " communication, ICLR 2023, section 4.1")
public final class Words implements Dataset, Tunable<Dataset, Words.Options> {
    private final Options options;

    /** Makes the dataset without files; the option is required. */
    @Activate
    public Words() {
        this(new Options(List.of(), 0, 0, 0, false, 0));
    }

    private Words(Options options) {
        this.options = options;
    }

    /** The options of {@code words}. */
    public record Options(
            @Option(
                            "the files, joined by +: a path, or one below a data folder; only words"
                                    + " that are in all of them are taken, in the order of the"
                                    + " first file")
                    List<String> files,
            @Option(value = "how many of the words in common are left out, from the front", min = 0)
                    int skip,
            @Option(value = "how many words are taken; 0 takes all", min = 0) int count,
            @Option(value = "how many letters a word has at least", min = 0) int minLength,
            @Option("whether a word has nothing but letters") boolean alphabetic,
            @Option(
                            value =
                                    "how many words are measured on and not trained on, the last of"
                                            + " them; 0 trains and measures on all",
                            min = 0)
                    int test) {
        /** Copies the list, and checks that numbers are not negative. */
        public Options {
            files = List.copyOf(files);
            if (skip < 0 || count < 0 || minLength < 0 || test < 0) {
                throw new InvalidInputException(
                        "skip, count, min-length and test must be at least 0, not %d, %d, %d and %d"
                                .formatted(skip, count, minLength, test));
            }
        }

        boolean takes(String word) {
            return word.codePointCount(0, word.length()) >= minLength
                    && (!alphabetic
                            || (!word.isEmpty()
                                    && word.codePoints().allMatch(Character::isLetter)));
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Dataset with(Options changed) {
        return new Words(changed);
    }

    @Override
    public List<String> needs() {
        return options.files().isEmpty()
                ? List.of("files of your own: words(files=a.vec+b.vec)")
                : options.files();
    }

    @Override
    public Split load(DataPlaces places, Run run) {
        if (options.files().isEmpty()) {
            throw new UnavailableException(
                    "words needs its files named, words(files=a.vec+b.vec), there are none", null);
        }
        List<WordSpace> spaces = new ArrayList<>();
        Map<String, String> checksums = new LinkedHashMap<>();
        for (String name : options.files()) {
            Path file = OwnFiles.find("words", name, places);
            spaces.add(WordSpace.read(file, run.part(name, 1.0 / options.files().size())));
            checksums.put(file.getFileName().toString(), Checksum.of(file));
        }
        List<String> words = common(spaces);
        Samples all =
                new Samples(beside(spaces, words), shape(spaces), Optional.empty()).keyed(words);
        int test = options.test();
        if (words.isEmpty() || test >= words.size()) {
            throw new InvalidInputException(
                    "words must have more words in common than are left for the test, %d, not %d"
                            .formatted(test, words.size()));
        }
        return test == 0
                ? new Split(all, all, checksums)
                : new Split(
                        all.rows(0, words.size() - test),
                        all.rows(words.size() - test, words.size()),
                        checksums);
    }

    private List<String> common(List<WordSpace> spaces) {
        List<String> words =
                spaces.get(0).words().stream()
                        .filter(options::takes)
                        .filter(word -> spaces.stream().allMatch(space -> space.has(word)))
                        .skip(options.skip())
                        .toList();
        if (options.count() == 0) {
            return words;
        }
        if (words.size() < options.count()) {
            throw new InvalidInputException(
                    "words(count=%d) must find as many in common behind the first %d, there are %d"
                            .formatted(options.count(), options.skip(), words.size()));
        }
        return words.subList(0, options.count());
    }

    private static Shape shape(List<WordSpace> spaces) {
        return Shape.vector(spaces.stream().mapToInt(space -> space.vectors().cols()).sum());
    }

    private static Matrix beside(List<WordSpace> spaces, List<String> words) {
        return Matrix.filled(
                words.size(),
                shape(spaces).size(),
                memory -> {
                    for (String word : words) {
                        spaces.forEach(space -> memory.put(space.vector(word)));
                    }
                });
    }
}
