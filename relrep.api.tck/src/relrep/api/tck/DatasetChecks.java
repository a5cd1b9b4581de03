package relrep.api.tck;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Numbers;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.run.UnavailableException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/** The laws of {@link Dataset}; skipped if its files are missing. */
final class DatasetChecks {
    private final Dataset dataset;
    private final DataPlaces places;

    private DatasetChecks(Dataset dataset, DataPlaces places) {
        this.dataset = dataset;
        this.places = places;
    }

    static void add(Dataset dataset, DataPlaces places, Checks checks) {
        DatasetChecks laws = new DatasetChecks(dataset, places);
        checks.add("has samples to train and to test", laws::notEmpty);
        checks.add("has one shape, and the same classes, in both parts", laws::oneShape);
        checks.add("has the content that it says, and keys that differ", laws::content);
        checks.add("has finite inputs", laws::finite);
        checks.add("gives the checksum of each file it read", laws::checksums);
        checks.add("loads the same samples again", laws::repeats);
        checks.add("says how to get its files where there are none", laws::unavailable);
    }

    private Split load(Trial t) {
        try {
            return dataset.load(places, t.run());
        } catch (UnavailableException e) {
            throw new SkippedException(e.getMessage());
        }
    }

    private void notEmpty(Trial t) {
        Split split = load(t);
        t.require(split.train().size() > 0, "there must be samples to train, there are none");
        t.require(split.test().size() > 0, "there must be samples to test, there are none");
    }

    private void oneShape(Trial t) {
        Split split = load(t);
        if (split.train().content() instanceof Numbers train
                && split.test().content() instanceof Numbers test) {
            t.require(
                    train.shape().equals(test.shape()),
                    "both parts must have one shape, not %s and %s",
                    train.shape(),
                    test.shape());
        }
        t.require(
                classes(split.train()).equals(classes(split.test())),
                "both parts must have the same classes, not %s and %s",
                classes(split.train()),
                classes(split.test()));
    }

    private static List<String> classes(Samples samples) {
        return samples.labels().map(labels -> labels.classes()).orElse(List.of());
    }

    private void content(Trial t) {
        Split split = load(t);
        for (Samples part : List.of(split.train(), split.test())) {
            t.require(
                    part.content().content() == dataset.content(),
                    "its samples must be %s as content() says, not %s",
                    dataset.content().words(),
                    part.content().content().words());
            List<String> keys = part.keys().orElse(List.of());
            t.require(
                    keys.size() == new HashSet<>(keys).size(),
                    "the keys of a part must differ, but only %d of %d do",
                    new HashSet<>(keys).size(),
                    keys.size());
        }
    }

    private void finite(Trial t) {
        Split split = load(t);
        if (split.train().content() instanceof Numbers train
                && split.test().content() instanceof Numbers test) {
            t.finite(train.values(), "the training inputs");
            t.finite(test.values(), "the test inputs");
        }
    }

    private void checksums(Trial t) {
        Split split = load(t);
        t.require(!split.checksums().isEmpty(), "there must be a checksum for each file");
        split.checksums()
                .forEach(
                        (file, sum) ->
                                t.require(
                                        sum.matches("[0-9a-f]{64}"),
                                        "a checksum is SHA-256 in hexadecimal, but %s has '%s'",
                                        file,
                                        sum));
    }

    private void repeats(Trial t) {
        Split first = load(t);
        Split second = load(t);
        Memory.same(t, first.train().content(), second.train().content(), "the training inputs");
        Memory.same(t, first.test().content(), second.test().content(), "the test inputs");
        t.require(
                first.train().labels().equals(second.train().labels())
                        && first.test().labels().equals(second.test().labels()),
                "the labels must be the same when loaded again");
        t.require(
                first.checksums().equals(second.checksums()),
                "the checksums must be the same when loaded again");
    }

    private void unavailable(Trial t) throws Exception {
        Path empty = Files.createTempDirectory("relrep-empty");
        try {
            dataset.load(new DataPlaces(List.of(empty), empty, false), t.run());
        } catch (UnavailableException e) {
            t.require(
                    e.getMessage() != null && e.getMessage().contains(" "),
                    "it must say in a sentence how to get its files, not '%s'",
                    e.getMessage());
        } finally {
            Files.delete(empty);
        }
    }
}
