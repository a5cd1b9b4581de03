package relrep.report.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Shape;
import relrep.api.data.Space;
import relrep.api.experiment.Row;
import relrep.api.report.Exhibit;
import relrep.api.report.Figure;
import relrep.api.report.Report;
import relrep.api.tck.DynamicChecks;
import relrep.report.drawing.Mark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class FiguresTest {
    private static final Map<String, String> HELD = Map.of("dataset", "digits");

    private final List<Row> rows = new ArrayList<>();
    private final List<Exhibit> exhibits = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(new Figures());
    }

    private Figure figure(String text) {
        Figure figure = Figure.parse(text);
        figures.add(figure);
        return figure;
    }

    private void row(String metric, double value, float[] samples, String... columns) {
        Map<String, String> factors = new LinkedHashMap<>(HELD);
        for (int i = 0; i < columns.length; i += 2) {
            factors.put(columns[i], columns[i + 1]);
        }
        rows.add(new Row(factors, metric, value, samples));
    }

    private void stitched(String bridge, int width, int seed, double value) {
        row(
                "mse",
                value,
                new float[0],
                "kind",
                "stitch",
                "bridge",
                bridge,
                "width",
                String.valueOf(width),
                "source",
                "ae",
                "target",
                "ae",
                "source_seed",
                String.valueOf(seed),
                "target_seed",
                String.valueOf(3 - seed));
    }

    private Report report() {
        return new Report("tiny", "", Map.of(), rows, List.of(), figures, exhibits, Map.of());
    }

    private Sketch only() {
        List<Sketch> sketches = Sketches.of(report());
        assertEquals(1, sketches.size());
        return sketches.get(0);
    }

    private static String csv(Sketch sketch) {
        return new String(sketch.data().get(".csv"), StandardCharsets.UTF_8);
    }

    private static List<String> texts(Sketch sketch) {
        return sketch.drawing().marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(mark -> ((Mark.Text) mark).text())
                .toList();
    }

    private Space space(String name, int n, int d) {
        float[] values = new float[n * d];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 3;
            for (int j = 0; j < d; j++) {
                values[i * d + j] = (float) Math.sin(1 + i * 1.7 + j * j * 0.9) + labels[i] * j;
            }
        }
        return Space.of(name, Matrix.of(n, d, values), Labels.of(List.of("a", "b", "c"), labels));
    }

    @Test
    void strangePixelsAreHeldToTheBrightnessOfTheSamples() {
        Figure figure = figure("reconstructions");
        exhibits.add(
                new Exhibit.Pictures(
                        figure,
                        HELD,
                        new Shape(1, 2, 2),
                        List.of(
                                new Exhibit.Strip("original", Matrix.of(1, 4, -1, 0, 0, 3)),
                                new Exhibit.Strip("ae(1) own", Matrix.of(1, 4, -9, 1, 3, 99))),
                        Optional.of(Labels.of(List.of("seven"), 0))));
        Sketch sketch = only();
        assertEquals("reconstructions-digits", sketch.name());
        assertTrue(texts(sketch).containsAll(List.of("original", "ae(1) own", "seven")));
        List<Mark.Picture> pictures =
                sketch.drawing().marks().stream()
                        .filter(Mark.Picture.class::isInstance)
                        .map(Mark.Picture.class::cast)
                        .toList();
        assertArrayEquals(
                new int[] {0x000000, 0x404040, 0x404040, 0xFFFFFF}, pictures.get(0).pixels().rgb());
        assertArrayEquals(
                new int[] {0x000000, 0x808080, 0xFFFFFF, 0xFFFFFF}, pictures.get(1).pixels().rgb());
    }

    @Test
    void coloursAreChannelAfterChannel() {
        Figure figure = figure("reconstructions");
        Matrix pictures = Matrix.of(1, 6, 1, 0, 0, 1, 0, 0);
        exhibits.add(
                new Exhibit.Pictures(
                        figure,
                        HELD,
                        new Shape(3, 2, 1),
                        List.of(new Exhibit.Strip("original", pictures)),
                        Optional.empty()));
        Mark.Picture picture =
                (Mark.Picture)
                        only().drawing().marks().stream()
                                .filter(Mark.Picture.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        assertArrayEquals(new int[] {0xFF0000, 0x00FF00}, picture.pixels().rgb());
    }

    @Test
    void panelsOfLatentsHaveOneScale() {
        Figure figure = figure("latents");
        exhibits.add(
                new Exhibit.Spaces(
                        figure, HELD, List.of(space("ae(1)", 30, 2), space("ae(2)", 30, 5))));
        Sketch sketch = only();
        assertTrue(texts(sketch).containsAll(List.of("ae(1)", "ae(2)", "component 1", "c")));
        assertEquals(1 + 60, csv(sketch).lines().count());
        byte[] npy = sketch.data().get("-2.npy");
        assertEquals(128 + 30 * 5 * Float.BYTES, npy.length);
        assertTrue(
                new String(npy, StandardCharsets.ISO_8859_1)
                        .contains("{'descr': '<f4', 'fortran_order': False, 'shape': (30, 5), }"));
    }

    /** A space that is turned lies elsewhere in the plane of the first; a relative one does not. */
    @Test
    void neighboursLieInThePlaneOfTheFirstSpace() {
        Labels words = Labels.of(List.of("school", "water"), 0, 0, 1, 1);
        Matrix there = Matrix.of(4, 3, 3, 0, 0, 2, 0, 0, -2, 1, 0, -3, -1, 0);
        Matrix turned = Matrix.of(4, 3, 0, 0, 3, 0, 0, 2, 0, 1, -2, 0, -1, -3);
        exhibits.add(
                new Exhibit.Neighbours(
                        figure("neighbours(words=school+water)"),
                        HELD,
                        List.of("school", "teacher", "water", "sea"),
                        List.of(Space.of("a", there, words), Space.of("b", turned, words)),
                        List.of(Space.of("a, cosine", there, words))));
        Sketch sketch = only();
        assertEquals("neighbours-digits", sketch.name());
        assertTrue(
                texts(sketch)
                        .containsAll(
                                List.of("absolute: b", "relative: a, cosine", "school", "sea")));
        List<double[]> points =
                csv(sketch)
                        .lines()
                        .skip(1)
                        .map(line -> line.replaceAll("^.*,([^,]*),([^,]*)$", "$1 $2").split(" "))
                        .map(xy -> new double[] {Double.valueOf(xy[0]), Double.valueOf(xy[1])})
                        .toList();
        assertEquals(12, points.size());
        assertEquals(5, points.get(0)[0] - points.get(2)[0], 0.1, "apart along the first axis");
        assertEquals(0, points.get(4)[0] - points.get(5)[0], 1e-4, "the axis is not b's");
        assertArrayEquals(points.get(3), points.get(11), 1e-6);
        assertTrue(csv(sketch).startsWith("space,panel,word,group,x,y\nabsolute,a,school,school,"));
    }

    /** There is no plane for both, so each has its own. */
    @Test
    void neighboursOfUnequalWidthsHavePlanesOfTheirOwn() {
        Labels words = Labels.of(List.of("school"), 0, 0, 0);
        exhibits.add(
                new Exhibit.Neighbours(
                        figure("neighbours(words=school)"),
                        HELD,
                        List.of("school", "teacher", "pupil"),
                        List.of(
                                Space.of("a", Matrix.of(3, 3, 1, 0, 0, 0, 1, 0, 0, 0, 1), words),
                                Space.of("b", Matrix.of(3, 2, 1, 0, 0, 1, 1, 1), words)),
                        List.of(Space.of("a, cosine", Matrix.of(3, 1, 1, 2, 3), words))));
        assertEquals(1 + 9, csv(only()).lines().count());
    }

    @Test
    void relativeSpacesAndDeathTimesAreDrawnFromSpaces() {
        List<Space> spaces = List.of(space("ae(1)", 12, 4), space("ae(2)", 12, 4));
        exhibits.add(new Exhibit.Spaces(figure("relative-spaces"), HELD, spaces));
        exhibits.add(new Exhibit.Spaces(figure("death-times"), HELD, spaces));
        List<Sketch> sketches = Sketches.of(report());
        assertEquals(
                List.of("relative-spaces-digits", "death-times-digits"),
                sketches.stream().map(Sketch::name).toList());
        assertEquals(1 + 2 * 11, csv(sketches.get(1)).lines().count());
    }

    @Test
    void silhouettesAreSortedWithinTheirClass() {
        Figure figure = figure("silhouettes(width=2)");
        exhibits.add(new Exhibit.Classes(figure, HELD, Labels.of(List.of("x", "y"), 0, 1, 0, 1)));
        float[] values = {0.1f, -0.5f, 0.9f, 0.2f};
        for (String width : List.of("2", "4")) {
            row(
                    "silhouette",
                    0.175,
                    values,
                    "kind",
                    "describe",
                    "source",
                    "ae",
                    "source_seed",
                    "1",
                    "width",
                    width);
        }
        assertEquals(
                """
                panel,class,sample,silhouette
                "ae(1), width 2: 0.1750",x,2,0.9
                "ae(1), width 2: 0.1750",x,0,0.1
                "ae(1), width 2: 0.1750",y,3,0.2
                "ae(1), width 2: 0.1750",y,1,-0.5
                """,
                csv(only()));
    }

    @Test
    void curvesAreMeansByWidth() {
        figure("error-by-width");
        for (int width : new int[] {4, 2}) {
            stitched("rigid", width, 1, 1.0 / width);
            stitched("rigid", width, 2, 3.0 / width);
        }
        row("mse", 0.4, new float[0], "kind", "stitch", "bridge", "mean-image");
        assertEquals(
                """
                dataset,metric,networks,series,width,anchors,n,mean,std
                digits,mse,,rigid,2,,2,1.0,0.7071067811865476
                digits,mse,,rigid,4,,2,0.5,0.3535533905932738
                digits,mse,,mean-image,2,,1,0.4,
                digits,mse,,mean-image,4,,1,0.4,
                """,
                csv(only()));
    }

    @Test
    void aSettingHasItsBars() {
        figure("metrics-by-bridge");
        stitched("rigid", 2, 1, 1);
        stitched("rigid", 2, 2, 3);
        stitched("linear", 2, 1, 1);
        row("mse", 0.4, new float[0], "kind", "stitch", "bridge", "mean-image");
        assertEquals(
                """
                metric,bridge,n,mean,std
                mse,rigid,2,2.0,1.4142135623730951
                mse,linear,1,1.0,
                mse,mean-image,1,0.4,
                """,
                csv(only()));
    }

    @Test
    void spacesWithoutABridgeAreShownByDataset() {
        figure("metrics-by-bridge(metric=silhouette)");
        for (String labels : List.of("1+2", "4+9")) {
            for (String seed : List.of("1", "2")) {
                row(
                        "silhouette",
                        seed.equals("1") ? 0.25 : 0.75,
                        new float[0],
                        "kind",
                        "describe",
                        "dataset",
                        "mnist(train=8000, labels=" + labels + ")",
                        "source",
                        "ae",
                        "source_seed",
                        seed,
                        "width",
                        "2");
            }
        }
        Sketch sketch = only();
        assertEquals(
                """
                metric,dataset,series,n,mean,std
                silhouette,"mnist(train=8000, labels=1+2)",ae,2,0.5,0.3535533905932738
                silhouette,"mnist(train=8000, labels=4+9)",ae,2,0.5,0.3535533905932738
                """,
                csv(sketch));
        assertTrue(texts(sketch).containsAll(List.of("1+2", "4+9", "silhouette", "ae")));
    }

    @Test
    void aMetricIsAskedForByItsNameWhateverItsOptions() {
        figure("metrics-by-bridge(metric=jaccard)");
        row("jaccard(convention=within)", 0.5, new float[0], "bridge", "relative");
        row("mse", 0.5, new float[0], "bridge", "relative");
        assertEquals(2, csv(only()).lines().count());
    }

    /** By hand: x = 1, 2, 3, 4 and y = 2, 4, 5, 9 have r = 11 / sqrt(5 · 26). */
    @Test
    void oneColumnAgainstAnotherHasItsCorrelation() {
        figure("scatter(x=relative:jaccard, y=own:mse)");
        double[] y = {2, 4, 5, 9};
        for (int seed = 1; seed <= 4; seed++) {
            for (String bridge : List.of("relative", "own")) {
                boolean own = bridge.equals("own");
                row(
                        own ? "mse" : "jaccard",
                        own ? y[seed - 1] : seed,
                        new float[0],
                        "bridge",
                        bridge,
                        "source",
                        "ae",
                        "source_seed",
                        String.valueOf(seed));
            }
        }
        Sketch sketch = only();
        assertTrue(
                texts(sketch).contains("4 networks, Pearson r = 0.9648, Spearman ρ = 1.000"),
                () -> texts(sketch).toString());
    }

    @Test
    void everyFigureHasItsFilesAndTheSameBytesTwice(@TempDir Path folder) throws IOException {
        relativeSpacesAndDeathTimesAreDrawnFromSpaces();
        Map<String, Long> first = written(folder);
        assertEquals(
                List.of(
                        "death-times-digits.csv",
                        "death-times-digits.png",
                        "death-times-digits.svg",
                        "relative-spaces-digits-1.npy",
                        "relative-spaces-digits-2.npy",
                        "relative-spaces-digits.csv",
                        "relative-spaces-digits.png",
                        "relative-spaces-digits.svg"),
                first.keySet().stream().sorted().toList());
        assertEquals(first, written(folder));
    }

    private Map<String, Long> written(Path folder) throws IOException {
        new Figures().write(report(), folder);
        try (Stream<Path> files = Files.list(folder.resolve("figures"))) {
            Map<String, Long> sums = new LinkedHashMap<>();
            for (Path file : files.collect(Collectors.toList())) {
                var crc = new java.util.zip.CRC32();
                crc.update(Files.readAllBytes(file));
                sums.put(file.getFileName().toString(), crc.getValue());
            }
            return sums;
        }
    }

    @Test
    void withoutAWishRowsAreDrawnAndNothingElse() {
        stitched("rigid", 2, 1, 1);
        stitched("rigid", 4, 1, 1);
        assertEquals(
                List.of(
                        "metrics-by-bridge-digits-width-2",
                        "metrics-by-bridge-digits-width-4",
                        "error-by-width",
                        "error-by-anchors"),
                Sketches.of(report()).stream().map(Sketch::name).toList());
    }
}
