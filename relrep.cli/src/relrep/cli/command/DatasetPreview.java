package relrep.cli.command;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Numbers;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.workbench.terminal.Quantity;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Loads an installed dataset without downloading, and describes it. */
final class DatasetPreview {
    private DatasetPreview() {}

    static Map<String, String> at(String name, Dataset dataset, Console console) {
        DataPlaces places = console.places().forData(false);
        Map<String, String> facts = new LinkedHashMap<>();
        try {
            Split split = dataset.load(places, Run.quiet(Seed.of(0)));
            facts.put("train", samples(split.train()));
            facts.put("test", samples(split.test()));
            split.checksums().forEach((file, sum) -> facts.put(file, "SHA-256 " + sum));
        } catch (UnavailableException | InvalidInputException absent) {
            facts.put("data", absent.getMessage());
        }
        String folders =
                places.folders().stream().map(Path::toString).collect(Collectors.joining(", "));
        facts.put(
                "looked in",
                folders.isEmpty() ? places.cache().toString() : folders + ", " + places.cache());
        return facts;
    }

    private static String samples(Samples samples) {
        String classes =
                samples.labels()
                        .map(
                                labels ->
                                        ", "
                                                + Quantity.of(
                                                        labels.classes().size(),
                                                        "class",
                                                        "classes"))
                        .orElse("");
        return samples.content() instanceof Numbers numbers
                ? "%s of shape %s%s"
                        .formatted(Quantity.of(samples.size(), "sample"), numbers.shape(), classes)
                : Quantity.of(samples.size(), "text") + classes;
    }
}
