package relrep.workbench.contract;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Inputs;
import relrep.api.data.Labels;
import relrep.api.data.Numbers;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.run.Run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks a dataset: training and test samples must be finite and share one shape and the same
 * classes.
 */
record CheckedDataset(ContractCheck check, Dataset plugin) implements Dataset {
    private static final String LOAD = "load";

    @Override
    public Split load(DataPlaces places, Run run) {
        Split split = check.get(LOAD, "a split", () -> plugin.load(places, check.watched(run)));
        Samples train = part("training", split.train());
        Samples test = part("test", split.test());
        if (train.content() instanceof Numbers first && test.content() instanceof Numbers second) {
            check.require(
                    first.shape().equals(second.shape()),
                    LOAD,
                    "must give both parts one shape, not %s and %s",
                    first.shape(),
                    second.shape());
        }
        check.require(
                classes(split.train()).equals(classes(split.test())),
                LOAD,
                "must give both parts the same classes, not %s and %s",
                classes(split.train()),
                classes(split.test()));
        split.checksums()
                .forEach(
                        (file, sum) ->
                                check.require(
                                        file != null && sum != null,
                                        LOAD,
                                        "must give a checksum for each file, but '%s' has %s",
                                        file,
                                        sum));
        return new Split(train, test, split.checksums());
    }

    private Samples part(String name, Samples samples) {
        check.require(samples != null, LOAD, "must return %s samples, not null", name);
        check.require(samples.size() > 0, LOAD, "must return %s samples, there are none", name);
        check.require(
                samples.content().content() == content(),
                LOAD,
                "must return samples that are %s, as content says, not %s",
                content().words(),
                samples.content().content().words());
        requireKeys(name, samples.keys().orElse(List.of()));
        return new Samples(checked(name, samples.content()), samples.labels(), samples.keys());
    }

    private Inputs checked(String name, Inputs inputs) {
        return inputs instanceof Numbers numbers
                ? new Numbers(
                        check.finite(LOAD, name + " samples that are ", numbers.values()),
                        numbers.shape())
                : inputs;
    }

    private void requireKeys(String name, List<String> keys) {
        Set<String> seen = new HashSet<>();
        for (String key : keys) {
            check.require(
                    seen.add(key),
                    LOAD,
                    "must give %s samples keys that differ, but '%s' comes twice",
                    name,
                    key);
        }
    }

    @Override
    public Content content() {
        return check.get("content", "a content", plugin::content);
    }

    private static List<String> classes(Samples samples) {
        return samples.labels().map(Labels::classes).orElse(List.of());
    }

    @Override
    public List<String> needs() {
        return check.get("needs", "a list", plugin::needs);
    }
}
