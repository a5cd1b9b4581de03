package relrep.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Space;
import relrep.api.report.Exhibit;
import relrep.api.report.Report;
import relrep.api.run.InvalidInputException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tests the exhibits of figures. */
final class ExhibitTest {
    private static final String STITCH = "kind=stitch";
    private static final String WRONG = "metrics=wrong";

    @TempDir private Path root;

    private final List<Report> reports = new ArrayList<>();
    private TinyWorld world;

    @BeforeEach
    void begin() {
        world = new TinyWorld(root);
        world.reporter("keep", (report, folder) -> reports.add(report));
    }

    private Report run(String out, int jobs, String... settings) {
        assertEquals(0, world.run(out, jobs, TinyWorld.EXPERIMENT, settings).exitCode());
        return reports.get(reports.size() - 1);
    }

    private static List<String> captions(Exhibit exhibit) {
        return exhibit instanceof Exhibit.Pictures pictures
                ? pictures.strips().stream().map(Exhibit.Strip::caption).toList()
                : ((Exhibit.Spaces) exhibit).spaces().stream().map(s -> s.name()).toList();
    }

    @Test
    void withoutFiguresThereIsNothingToDrawFrom() {
        Report report = run("out", 1, STITCH, WRONG, "width=2");
        assertEquals(List.of(), report.figures());
        assertEquals(List.of(), report.exhibits());
        assertEquals("tiny", report.provenance().get("experiment"));
    }

    @Test
    void latentsAreThoseOfTheFirstTestSamples() {
        Report report = run("out", 2, STITCH, WRONG, "figures=[latents(samples=3, seeds=1)]");
        assertEquals(2, report.exhibits().size());
        Exhibit.Spaces narrow = (Exhibit.Spaces) report.exhibits().get(0);
        assertEquals("2", narrow.factors().get("width"));
        assertEquals(List.of("a(1)", "b(1)"), captions(narrow));
        assertEquals(3, narrow.spaces().get(0).size());
        assertEquals(2, narrow.spaces().get(0).width());
        assertEquals(3, narrow.spaces().get(0).requireLabels().size());
        assertEquals(3, ((Exhibit.Spaces) report.exhibits().get(1)).spaces().get(1).width());
    }

    /** Words that are not there are left out; where none is, there is nothing to draw from. */
    @Test
    void neighboursAreTheSameSamplesInEverySpace() {
        Report report =
                run(
                        "out",
                        2,
                        STITCH,
                        WRONG,
                        "width=2",
                        "figures=[neighbours(words=heap1+heap3+nowhere, count=4, seeds=1),"
                                + " neighbours(words=nowhere)]");
        assertEquals(1, report.exhibits().size());
        Exhibit.Neighbours shown = (Exhibit.Neighbours) report.exhibits().get(0);
        assertEquals(10, shown.keys().size());
        assertEquals(List.of("heap1", "heap3"), List.of(shown.keys().get(0), shown.keys().get(5)));
        assertEquals(10, shown.keys().stream().distinct().count());
        assertEquals(
                List.of("a(1)", "b(1)"), shown.absolute().stream().map(s -> s.name()).toList());
        assertEquals(
                List.of("a(1), product", "b(1), product"),
                shown.relative().stream().map(s -> s.name()).toList());
        Space first = shown.absolute().get(0);
        assertEquals(List.of("heap1", "heap3"), first.requireLabels().classes());
        assertEquals(2, first.width());
        assertEquals(10, first.size());
        assertEquals(1, first.requireLabels().get(5));
        assertEquals(10, shown.relative().get(1).size());
    }

    /** Those networks are others of the same names, and belong into the same picture. */
    @Test
    void picturesShowNetworksTrainedThroughASimilarityBesideTheOthers() {
        Report report =
                run(
                        "out",
                        2,
                        STITCH,
                        WRONG,
                        "width=2",
                        "seeds=1",
                        "similarity=slope",
                        "bridges=[absolute, relative-end-to-end]",
                        "controls=[own, own-relative-end-to-end]",
                        "figures=[reconstructions(samples=5)]");
        assertEquals(
                List.of(
                        "original",
                        "a(1) own",
                        "a(1) own-relative-end-to-end, slope",
                        "b(1) own",
                        "b(1) own-relative-end-to-end, slope",
                        "a(1) → b(1) absolute",
                        "a(1) → b(1) relative-end-to-end, slope",
                        "b(1) → a(1) absolute",
                        "b(1) → a(1) relative-end-to-end, slope"),
                captions(report.exhibits().get(0)));
    }

    @Test
    void picturesAreTheSamplesAndWhatComesOutOfEveryBridge() {
        Report report =
                run("out", 2, STITCH, WRONG, "width=2", "figures=[reconstructions(samples=5)]");
        Exhibit.Pictures pictures = (Exhibit.Pictures) report.exhibits().get(0);
        assertEquals(
                List.of(
                        "original",
                        "a(1) own",
                        "a(1) own-relative, product",
                        "a(2) own",
                        "a(2) own-relative, product",
                        "a(1) → a(2) absolute",
                        "a(1) → a(2) shift",
                        "a(1) → a(2) relative, product",
                        "mean-image",
                        "pca"),
                captions(pictures));
        assertEquals(5, pictures.strips().get(1).pictures().rows());
        assertEquals(List.of("a", "b", "c", "a", "b"), names(pictures));
    }

    @Test
    void differentNetworksAreJoinedBothWays() {
        Report report =
                run(
                        "out",
                        2,
                        STITCH,
                        WRONG,
                        "width=2",
                        "between=other-network",
                        "controls=[own]",
                        "bridges=[shift]",
                        "figures=[reconstructions(seeds=2)]");
        assertEquals(
                List.of(
                        "original",
                        "a(2) own",
                        "b(2) own",
                        "a(2) → b(2) shift",
                        "b(2) → a(2) shift"),
                captions(report.exhibits().get(0)));
    }

    private static List<String> names(Exhibit.Pictures pictures) {
        var labels = pictures.labels().orElseThrow();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            names.add(labels.classes().get(labels.get(i)));
        }
        return names;
    }

    @Test
    void relativeSpacesHaveOneColumnAnAnchor() {
        Report report = run("out", 1, STITCH, WRONG, "width=2", "figures=relative-spaces(seeds=2)");
        Exhibit.Spaces relative = (Exhibit.Spaces) report.exhibits().get(0);
        assertEquals(List.of("a(2), product", "b(2), product"), captions(relative));
        assertEquals(4, relative.spaces().get(0).width());
        assertEquals("draw(count=4)", relative.factors().get("selector"));
    }

    @Test
    void networksThatMeetNobodyAreShownAlone() {
        Report report =
                run(
                        "out",
                        1,
                        STITCH,
                        WRONG,
                        "width=2",
                        "bridges=[]",
                        "figures=[reconstructions(seeds=1)]");
        assertEquals(
                List.of("original", "a(1) own", "b(1) own"), captions(report.exhibits().get(0)));
    }

    @Test
    void unequalWidthsShareOneFigureOfRelativeSpaces() {
        Report report =
                run(
                        "out",
                        1,
                        "kind=[describe, stitch]",
                        "metrics=[level, wrong]",
                        "networks.b={architecture: rotor, width: 3}",
                        "width=2",
                        "seeds=1",
                        "bridges=relative",
                        "figures=relative-spaces");
        assertEquals(1, report.exhibits().size());
        assertEquals(List.of("a(1), product", "b(1), product"), captions(report.exhibits().get(0)));
    }

    @Test
    void aCellOutOfTheCacheKeepsItsFigures() {
        String figures = "figures=[latents(samples=4), relative-spaces(samples=4)]";
        Report first = run("one", 2, STITCH, WRONG, figures);
        int trained = world.trainings.size();
        Report again = run("two", 1, STITCH, WRONG, figures);
        assertEquals(first.exhibits(), again.exhibits());
        assertEquals(trained, world.trainings.size());
    }

    @Test
    void figuresAskedForLaterTrainNothingAgain() {
        run("one", 2, STITCH, WRONG, "width=2");
        int trained = world.trainings.size();
        Report later = run("two", 2, STITCH, WRONG, "width=2", "figures=[latents]");
        assertEquals(trained, world.trainings.size());
        assertEquals(1, later.exhibits().size());
    }

    @Test
    void classesComeWithSilhouettes() {
        Report report = run("out", 1, "kind=describe", "metrics=level", "figures=[silhouettes]");
        Exhibit.Classes classes = (Exhibit.Classes) report.exhibits().get(0);
        assertEquals("heaps", classes.factors().get("dataset"));
        assertTrue(classes.labels().size() > 0);
    }

    @Test
    void aFigureThatIsNoneIsRefusedWithItsPlace() {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> TinyWorld.define(TinyWorld.EXPERIMENT + "figures: [latent]\n"));
        assertTrue(
                refused.getMessage().startsWith("tiny.yaml:12: unknown figure 'latent'; there are"),
                refused.getMessage());
    }
}
