package relrep.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.experiment.Row;
import relrep.api.report.Report;
import relrep.report.summary.Summary;
import relrep.runtime.experiment.Bridge;
import relrep.runtime.experiment.ChainKind;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.ExperimentFile;
import relrep.runtime.experiment.NetworkEntry;
import relrep.runtime.experiment.Point;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that every number of a paper is beside its row, at the paper's own size. */
@Tag("slow")
class PublishedTest {
    private static final Pattern COUNT = Pattern.compile("count=(\\d+)");

    /** The width of an encoder that is not asked. */
    private static final int ENCODER = 384;

    private static final Pattern NUMBER =
            Pattern.compile("\\d*\\.?\\d+( ± \\d*\\.?\\d+)?|\\d.*\\(A\\).*|\\d.* in .* words");

    /** Keys of a line that say which rows it is about. */
    static final Set<String> FACTORS =
            Set.of(
                    "dataset",
                    "metric",
                    "width",
                    "anchors",
                    "selector",
                    "similarity",
                    "source",
                    "target");

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> everyNumberIsShown() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : Shelf.files()) {
            Definition definition =
                    new ExperimentFile(
                                    file.getFileName().toString(),
                                    Files.readString(file),
                                    "test",
                                    "")
                            .define(List.of("size=paper"), OptionalLong.empty());
            if (definition.plain().get("published") instanceof List<?> lines) {
                tests.add(
                        DynamicTest.dynamicTest(definition.name(), () -> check(definition, lines)));
            }
        }
        assertTrue(tests.size() >= 9, () -> tests.size() + " with published numbers");
        return tests.stream();
    }

    private void check(Definition definition, List<?> lines) throws IOException {
        Path run = Files.createDirectories(folder.resolve(definition.name()));
        new Summary()
                .write(
                        new Report(
                                definition.name(),
                                definition.source(),
                                definition.plain(),
                                rows(definition),
                                List.of()),
                        run);
        String summary = Files.readString(run.resolve("summary.md"));
        Set<String> missing = new TreeSet<>();
        int numbers = 0;
        for (Object line : lines) {
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) line).entrySet()) {
                if (!FACTORS.contains(entry.getKey())) {
                    String number = printed(entry.getValue());
                    assertTrue(NUMBER.matcher(number).matches(), number);
                    numbers++;
                    if (!summary.contains(" " + number + " ")) {
                        missing.add(entry.getKey() + " of " + line);
                    }
                }
            }
        }
        assertTrue(numbers > 0);
        assertEquals(Set.of(), missing);
    }

    private static String printed(Object value) {
        return String.valueOf(value instanceof Map<?, ?> map ? map.get("printed") : value);
    }

    /** Rows such as a run would have them, all of the value 1. */
    private static List<Row> rows(Definition definition) {
        List<Row> rows = new ArrayList<>();
        for (Point point : definition.points()) {
            for (ChainKind kind : definition.kinds()) {
                if (kind == ChainKind.DESCRIBE) {
                    described(definition, point, rows);
                } else {
                    joined(definition, point, kind, rows);
                }
            }
        }
        return rows;
    }

    private static void described(Definition definition, Point point, List<Row> rows) {
        add(definition, Map.of("kind", "describe", "source", "original"), point, rows);
        for (NetworkEntry network : definition.networks()) {
            Map<String, String> factors = end(network, point, "source", 1);
            factors.put("kind", "describe");
            add(definition, factors, point, rows);
        }
    }

    private static void joined(Definition definition, Point point, ChainKind kind, List<Row> rows) {
        List<String> own =
                new ArrayList<>(
                        List.of(
                                "own",
                                "own-relative",
                                "own-relative-end-to-end",
                                "mean-image",
                                "chance"));
        definition.endToEnd(kind).forEach(bridge -> own.add("own-" + bridge.column()));
        for (NetworkEntry source : definition.networks()) {
            for (NetworkEntry target : definition.networks()) {
                for (int seed = 1; seed <= 2; seed++) {
                    Map<String, String> factors = end(source, point, "source", 1);
                    factors.putAll(end(target, point, "target", seed));
                    factors.put("kind", kind.word());
                    factors.put("dataset", data(source, point));
                    if (!data(source, point).equals(data(target, point))) {
                        factors.put("target_dataset", data(target, point));
                    }
                    boolean same = source.equals(target) && seed == 1;
                    List<String> bridges = same ? own : columns(definition.bridges().get(kind));
                    boolean meet =
                            same
                                    || definition
                                            .between()
                                            .holds(source.name(), 1, target.name(), seed);
                    for (String bridge : meet ? bridges : List.<String>of()) {
                        Map<String, String> all = new LinkedHashMap<>(factors);
                        all.put("bridge", bridge);
                        if (bridge.contains("relative")) {
                            all.put("similarity", point.similarity().toString());
                        }
                        if (!bridge.equals("own")) {
                            all.put("anchors", anchors(point));
                            point.anchors().ifPresent(a -> all.put("selector", a.toString()));
                        }
                        add(definition, all, point, rows);
                    }
                }
            }
        }
    }

    /** Returns the dataset of a network. */
    private static String data(NetworkEntry network, Point point) {
        return network.data().orElse(point.data()).toString();
    }

    private static List<String> columns(List<Bridge> bridges) {
        return bridges.stream().map(Bridge::column).toList();
    }

    private static Map<String, String> end(
            NetworkEntry network, Point point, String end, int seed) {
        Map<String, String> factors = new LinkedHashMap<>();
        String prefix = end.equals("target") ? "target_" : "";
        int width = network.width().orElseGet(() -> point.width().orElse(ENCODER));
        factors.put(end, network.name());
        factors.put(end + "_seed", String.valueOf(seed));
        factors.put(prefix + "architecture", network.plugin().toString());
        factors.put(prefix + "width", String.valueOf(width));
        return factors;
    }

    private static String anchors(Point point) {
        String selector = point.anchors().map(Object::toString).orElse("");
        Matcher count = COUNT.matcher(selector);
        return count.find() ? count.group(1) : selector.isEmpty() ? "" : "10";
    }

    private static void add(
            Definition definition, Map<String, String> factors, Point point, List<Row> rows) {
        Map<String, String> all = new LinkedHashMap<>(factors);
        all.put("experiment", definition.name());
        all.putIfAbsent("dataset", point.data().toString());
        for (Definition.Measure measure : definition.metrics()) {
            rows.add(new Row(all, measure.metric().toString(), 1, new float[0]));
        }
    }
}
