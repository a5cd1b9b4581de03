package relrep.report.figure;

import relrep.api.report.Exhibit;
import relrep.api.report.Figure;
import relrep.api.report.Figure.Kind;
import relrep.api.report.Report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Draws the figures that an experiment asks for, or by default all that its rows allow. */
public final class Sketches {
    private static final List<Figure> USUAL =
            List.of(
                    Figure.of(Kind.METRICS_BY_BRIDGE),
                    Figure.of(Kind.ERROR_BY_WIDTH),
                    Figure.of(Kind.ERROR_BY_ANCHORS));

    private Sketches() {}

    /** Returns the figures of a report, in the requested order. */
    public static List<Sketch> of(Report report) {
        boolean silent = !report.definition().containsKey("figures") && report.figures().isEmpty();
        List<Sketch> all = new ArrayList<>();
        for (Figure figure : silent ? USUAL : report.figures()) {
            all.addAll(drawn(figure, report));
        }
        return named(all);
    }

    private static List<Sketch> drawn(Figure figure, Report report) {
        return switch (figure.kind()) {
            case ERROR_BY_WIDTH, ERROR_BY_ANCHORS ->
                    Curves.of(figure, report.rows()).stream().toList();
            case METRICS_BY_BRIDGE ->
                    Stream.concat(
                                    ByDataset.of(figure, report.rows()).stream(),
                                    Bars.of(figure, report.rows()).stream())
                            .toList();
            case SCATTER -> Correlation.of(figure, report.rows()).stream().toList();
            default ->
                    report.exhibits().stream()
                            .filter(exhibit -> exhibit.figure().equals(figure))
                            .flatMap(exhibit -> drawn(exhibit, report).stream())
                            .toList();
        };
    }

    private static List<Sketch> drawn(Exhibit exhibit, Report report) {
        if (exhibit instanceof Exhibit.Pictures pictures) {
            return List.of(ReconstructionGrid.of(pictures));
        }
        if (exhibit instanceof Exhibit.Classes classes) {
            return SilhouetteBars.of(classes, report.rows()).stream().toList();
        }
        if (exhibit instanceof Exhibit.Neighbours neighbours) {
            return List.of(NeighbourScatter.of(neighbours));
        }
        Exhibit.Spaces spaces = (Exhibit.Spaces) exhibit;
        return List.of(
                switch (exhibit.figure().kind()) {
                    case RELATIVE_SPACES -> HeatMaps.of(spaces);
                    case DEATH_TIMES -> DeathHistogram.of(spaces);
                    default -> LatentScatter.of(spaces);
                });
    }

    /** Adds a number to figures with equal names. */
    private static List<Sketch> named(List<Sketch> all) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Sketch> named = new ArrayList<>();
        for (Sketch sketch : all) {
            int count = seen.merge(sketch.name(), 1, Integer::sum);
            named.add(
                    count == 1
                            ? sketch
                            : new Sketch(
                                    sketch.name() + "-" + count,
                                    sketch.title(),
                                    sketch.drawing(),
                                    sketch.data()));
        }
        return named;
    }
}
