package relrep.metrics.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.data.Space;
import relrep.api.metric.Metric;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.metrics.definition.AwkwardInputs.Input;
import relrep.metrics.pair.Mrr;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares every metric of this bundle with its definition in plain double, on awkward inputs: the
 * value must be right, or be refused if there is none. A metric without a definition fails.
 */
class DefinitionsTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    /** Float32 distances and products, as the readme of the kernels has them. */
    private static final double TOLERANCE = 2e-6;

    /** Dissimilarities are ranked as floats, where two at the border may round apart. */
    private static final double RANKED = 2e-5;

    /** Of the size of a coordinate, for what would be 0. */
    private static final double ROUNDING = 1e-14;

    @TestFactory
    Stream<DynamicTest> pairs() {
        return PairDefinitions.all().stream()
                .map(
                        one ->
                                each(
                                        one.name(),
                                        one.metric(),
                                        input ->
                                                one.definition()
                                                        .of(values(input.x()), values(input.y())),
                                        input ->
                                                one.metric()
                                                        .measure(
                                                                Space.of("x", input.x()),
                                                                Space.of("y", input.y()),
                                                                RUN)));
    }

    @TestFactory
    Stream<DynamicTest> spaces() {
        return SpaceDefinitions.all().stream()
                .map(
                        one ->
                                each(
                                        one.name(),
                                        one.metric(),
                                        input ->
                                                one.definition()
                                                        .of(
                                                                values(input.x()),
                                                                input.labels().toArray()),
                                        input ->
                                                one.metric()
                                                        .measure(
                                                                Space.of(
                                                                        "x",
                                                                        input.x(),
                                                                        input.labels()),
                                                                RUN)));
    }

    /** The target space is what a decoder put out of the source. */
    @TestFactory
    Stream<DynamicTest> outputs() {
        return OutputDefinitions.all().stream()
                .map(
                        one ->
                                each(
                                        one.name(),
                                        one.metric(),
                                        input ->
                                                one.definition()
                                                        .of(
                                                                values(input.y()),
                                                                values(input.x()),
                                                                input.labels().toArray(),
                                                                input.labels().classes().size()),
                                        input ->
                                                one.metric()
                                                        .measure(input.y(), truth(input), RUN)));
    }

    private interface Expected {
        double of(Input input);
    }

    private interface Measured {
        Score of(Input input);
    }

    private static DynamicTest each(
            String name, Metric metric, Expected expected, Measured measured) {
        return DynamicTest.dynamicTest(
                name,
                () -> {
                    List<String> wrong = new ArrayList<>();
                    for (Input input : AwkwardInputs.all()) {
                        Optional<String> fault =
                                fault(
                                        metric,
                                        expected.of(input),
                                        tolerance(name),
                                        ROUNDING * size(input),
                                        () -> measured.of(input));
                        fault.ifPresent(why -> wrong.add(input + ": " + why));
                    }
                    assertEquals(List.of(), wrong);
                });
    }

    private static double tolerance(String name) {
        return name.matches("rsa .* (SPEARMAN|KENDALL)") ? RANKED : TOLERANCE;
    }

    private static Optional<String> fault(
            Metric metric,
            double expected,
            double tolerance,
            double least,
            Supplier<Score> measure) {
        double found;
        try {
            found = measure.get().value();
        } catch (InvalidInputException refused) {
            return Double.isNaN(expected)
                    ? Optional.empty()
                    : Optional.of(expected + " was refused: " + refused.getMessage());
        } catch (RuntimeException failed) {
            return Optional.of("it threw " + failed);
        }
        if (expected == Double.POSITIVE_INFINITY) {
            boolean inside = found >= metric.traits().lower() && found <= metric.traits().upper();
            return inside ? Optional.empty() : Optional.of("is outside its range: " + found);
        }
        boolean bounded = Double.isFinite(metric.traits().upper());
        double off = tolerance * (bounded ? 1 : Math.abs(expected)) + least;
        return Math.abs(found - expected) <= off
                ? Optional.empty()
                : Optional.of("must be %s, was %s".formatted(expected, found));
    }

    private static double size(Input input) {
        double size = 0;
        for (float value : input.x().toArray()) {
            size = Math.max(size, Math.abs(value));
        }
        return size;
    }

    private static Samples truth(Input input) {
        Matrix x = input.x();
        return new Samples(x, Shape.vector(x.cols()), Optional.of(input.labels()));
    }

    private static double[][] values(Matrix matrix) {
        double[][] values = new double[matrix.rows()][matrix.cols()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = matrix.get(i, j);
            }
        }
        return values;
    }

    @Test
    void thereAreSomeFortyInputs() {
        List<Input> inputs = AwkwardInputs.all();
        assertTrue(inputs.size() >= 40, () -> "there are " + inputs.size());
        assertEquals(inputs.size(), inputs.stream().map(Input::name).distinct().count());
    }

    @Test
    void everyMetricHasADefinition() throws IOException, URISyntaxException {
        Set<String> defined =
                Stream.of(
                                PairDefinitions.all().stream().map(one -> one.metric()),
                                SpaceDefinitions.all().stream().map(one -> one.metric()),
                                OutputDefinitions.all().stream().map(one -> one.metric()))
                        .flatMap(metrics -> metrics)
                        .map(metric -> metric.getClass().getName())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = metrics();
        assertTrue(there.size() > 20, () -> "only found " + there);
        assertEquals(there, defined);
    }

    /** Returns the metrics that the bundle has, wherever it was compiled to. */
    private static Set<String> metrics() throws IOException, URISyntaxException {
        URI place = Mrr.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path path = Path.of(place);
        if (Files.isDirectory(path)) {
            return metrics(path);
        }
        try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
            return metrics(jar.getPath("/"));
        }
    }

    private static Set<String> metrics(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.matches("relrep.metrics.*[.]class"))
                    .map(name -> name.replaceAll("[.]class$", "").replaceAll("[/\\\\]", "."))
                    .filter(DefinitionsTest::isMetric)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isMetric(String name) {
        try {
            Class<?> type = Class.forName(name);
            return Metric.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        } catch (ClassNotFoundException absent) {
            throw new AssertionError(absent);
        }
    }
}
