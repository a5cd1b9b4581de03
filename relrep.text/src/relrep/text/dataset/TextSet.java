package relrep.text.dataset;

import relrep.api.data.Inputs;
import relrep.api.data.Labels;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A set of texts, independent of its files: makes the two parts that an experiment gets.
 *
 * @param name the plugin's name
 * @param classes the names of the classes in their order; empty without labels
 */
record TextSet(String name, List<String> classes) {
    private static final int DEV_EVERY = 10;

    /**
     * Makes the parts of a set that has a dev part.
     *
     * @param test read only if it is measured on
     */
    Split split(
            LabelledTexts train,
            LabelledTexts dev,
            Supplier<LabelledTexts> test,
            TextOptions options,
            Map<String, String> checksums,
            Run run) {
        return options.dev()
                ? parts(train, dev, options, checksums, run)
                : parts(train.plus(dev), test.get(), options, checksums, run);
    }

    /** Makes the parts of a set without a dev part: every tenth training sample is dev. */
    Split split(
            LabelledTexts train,
            Supplier<LabelledTexts> test,
            TextOptions options,
            Map<String, String> checksums,
            Run run) {
        return options.dev()
                ? parts(train.butEvery(DEV_EVERY), train.every(DEV_EVERY), options, checksums, run)
                : parts(train, test.get(), options, checksums, run);
    }

    private Split parts(
            LabelledTexts train,
            LabelledTexts measured,
            TextOptions options,
            Map<String, String> checksums,
            Run run) {
        String part = options.dev() ? "dev" : "test";
        LabelledTexts trained = taken("train", train, options.train(), options.labels());
        LabelledTexts tested = taken(part, measured, options.test(), options.labels());
        Set<Integer> trainedOn = new HashSet<>(trained.labels());
        List<String> missing =
                classes(options).stream()
                        .filter(label -> !trainedOn.contains(classes.indexOf(label)))
                        .toList();
        TextFindings.note(name, part, trained, tested, missing, run);
        return new Split(samples(trained, options), samples(tested, options), checksums);
    }

    private LabelledTexts taken(String part, LabelledTexts all, int wanted, List<String> labels) {
        if (wanted > all.size()) {
            throw new InvalidInputException(
                    "%s of '%s' must be at most the %d samples that there are, not %d"
                            .formatted(part, name, all.size(), wanted));
        }
        LabelledTexts first = all.first(wanted == 0 ? all.size() : wanted);
        if (labels.isEmpty()) {
            return first;
        }
        requireClasses(labels);
        LabelledTexts kept =
                first.where(row -> labels.contains(classes.get(first.labels().get(row))));
        if (kept.size() == 0) {
            throw new InvalidInputException(
                    "labels must leave a sample, but none of the first %d of %s has class %s"
                            .formatted(first.size(), part, String.join(" or ", labels)));
        }
        return kept;
    }

    private void requireClasses(List<String> labels) {
        for (String label : labels) {
            if (!classes.contains(label)) {
                throw new InvalidInputException(
                        classes.isEmpty()
                                ? "labels must be left out: '%s' has none with these options"
                                        .formatted(name)
                                : "labels of '%s' must be among %s, not '%s'"
                                        .formatted(name, String.join(", ", classes), label));
            }
        }
    }

    private List<String> classes(TextOptions options) {
        return options.labels().isEmpty()
                ? classes
                : classes.stream().filter(options.labels()::contains).toList();
    }

    private Samples samples(LabelledTexts part, TextOptions options) {
        List<String> kept = classes(options);
        Optional<Labels> labels =
                classes.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                Labels.of(
                                        kept,
                                        part.labels().stream()
                                                .mapToInt(old -> kept.indexOf(classes.get(old)))
                                                .toArray()));
        return new Samples(
                Inputs.of(part.texts()),
                labels,
                part.keys().isEmpty() ? Optional.empty() : Optional.of(part.keys()));
    }
}
