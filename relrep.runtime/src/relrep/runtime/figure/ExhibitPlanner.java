package relrep.runtime.figure;

import relrep.api.data.Labels;
import relrep.api.data.Numbers;
import relrep.api.data.Samples;
import relrep.api.data.Space;
import relrep.api.report.Exhibit;
import relrep.api.report.Figure;
import relrep.runtime.cell.Cell;
import relrep.runtime.compute.Data;
import relrep.runtime.experiment.LocatedExpression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Plans the figures of an experiment before the run, and makes their exhibits after it. */
public final class ExhibitPlanner {
    private static final int PICTURES = 8;
    private static final int POINTS = 500;
    private static final int ROWS = 60;
    private static final int NEIGHBOURS = 20;

    private final Data data;
    private final CellSampleReader made;
    private final CellGroups settings;
    private final Set<CellSamples> wanted = new LinkedHashSet<>();
    private final List<Supplier<Stream<Exhibit>>> rooms = new ArrayList<>();

    public ExhibitPlanner(
            List<Figure> figures, List<Cell> cells, Data data, CellSampleReader made) {
        this.data = data;
        this.made = made;
        this.settings = new CellGroups(cells);
        figures.forEach(this::plan);
    }

    private void plan(Figure figure) {
        switch (figure.kind()) {
            case RECONSTRUCTIONS -> settings.pairs(figure).forEach(s -> pictures(figure, s));
            case LATENTS, DEATH_TIMES ->
                    settings.networks(figure).forEach(s -> spaces(figure, s, POINTS, false));
            case RELATIVE_SPACES ->
                    settings.relatives(figure).forEach(s -> spaces(figure, s, ROWS, true));
            case NEIGHBOURS -> settings.relatives(figure).forEach(s -> neighbours(figure, s));
            case SILHOUETTES -> settings.datasets().forEach(d -> classes(figure, d));
            case ERROR_BY_WIDTH, ERROR_BY_ANCHORS, METRICS_BY_BRIDGE, SCATTER -> {
                // drawn from rows alone
            }
        }
    }

    private void pictures(Figure figure, CellGroups.Setting setting) {
        Samples test = data.get(setting.data()).test();
        if (!(test.content() instanceof Numbers numbers) || !numbers.shape().picture()) {
            return;
        }
        List<Integer> samples = SampleSelection.spread(test, figure.number("samples", PICTURES));
        Map<String, CellSamples> strips = new LinkedHashMap<>();
        setting.cells()
                .forEach(
                        (caption, cell) ->
                                strips.put(caption, want(new CellSamples(cell, samples))));
        rooms.add(
                () -> {
                    List<Exhibit.Strip> shown = new ArrayList<>();
                    shown.add(new Exhibit.Strip("original", test.inputs().select(rows(samples))));
                    strips.forEach(
                            (caption, excerpt) ->
                                    made.get(excerpt)
                                            .map(m -> new Exhibit.Strip(caption, m))
                                            .ifPresent(shown::add));
                    return Stream.of(
                            new Exhibit.Pictures(
                                    figure,
                                    setting.factors(),
                                    test.shape(),
                                    shown,
                                    labels(test, samples)));
                });
    }

    private void spaces(Figure figure, CellGroups.Setting setting, int usual, boolean sorted) {
        int count = figure.number("samples", usual);
        Map<String, CellSamples> panels = new LinkedHashMap<>();
        setting.cells()
                .forEach(
                        (caption, cell) -> {
                            Samples test = data.get(cell.data()).test();
                            List<Integer> samples =
                                    sorted
                                            ? SampleSelection.sorted(test, count)
                                            : SampleSelection.first(test, count);
                            panels.put(caption, want(new CellSamples(cell, samples)));
                        });
        rooms.add(
                () -> {
                    List<Space> shown = new ArrayList<>();
                    panels.forEach(
                            (caption, excerpt) ->
                                    made.get(excerpt)
                                            .map(m -> new Space(caption, m, labels(excerpt)))
                                            .ifPresent(shown::add));
                    return shown.isEmpty()
                            ? Stream.of()
                            : Stream.of(new Exhibit.Spaces(figure, setting.factors(), shown));
                });
    }

    /** Adds the same samples of each network, as they are and relative. */
    private void neighbours(Figure figure, CellGroups.Setting setting) {
        Samples test = data.get(setting.data()).test();
        int count = figure.number("count", NEIGHBOURS);
        Neighbourhoods.of(test, figure.list("words"), count)
                .ifPresent(shown -> neighbours(figure, setting, shown));
    }

    private void neighbours(Figure figure, CellGroups.Setting setting, Neighbourhoods shown) {
        Map<String, CellSamples> absolute = new LinkedHashMap<>();
        Map<String, CellSamples> relative = new LinkedHashMap<>();
        setting.cells()
                .forEach(
                        (caption, cell) -> {
                            relative.put(caption, want(new CellSamples(cell, shown.rows())));
                            absolute.computeIfAbsent(
                                    cell.source().orElseThrow().label(),
                                    name ->
                                            want(
                                                    new CellSamples(
                                                            CellGroups.absolute(cell),
                                                            shown.rows())));
                        });
        rooms.add(
                () ->
                        Stream.of(
                                        new Exhibit.Neighbours(
                                                figure,
                                                setting.factors(),
                                                shown.keys(),
                                                spaces(absolute, shown.labels()),
                                                spaces(relative, shown.labels())))
                                .filter(
                                        exhibit ->
                                                !exhibit.absolute().isEmpty()
                                                        && !exhibit.relative().isEmpty())
                                .map(Exhibit.class::cast));
    }

    private List<Space> spaces(Map<String, CellSamples> panels, Labels labels) {
        List<Space> all = new ArrayList<>();
        panels.forEach(
                (caption, excerpt) ->
                        made.get(excerpt).ifPresent(m -> all.add(Space.of(caption, m, labels))));
        return all;
    }

    private void classes(Figure figure, LocatedExpression dataset) {
        data.get(dataset)
                .test()
                .labels()
                .ifPresent(
                        labels ->
                                rooms.add(
                                        () ->
                                                Stream.of(
                                                        new Exhibit.Classes(
                                                                figure,
                                                                Map.of(
                                                                        "dataset",
                                                                        dataset.toString()),
                                                                labels))));
    }

    private CellSamples want(CellSamples excerpt) {
        wanted.add(excerpt);
        return excerpt;
    }

    private Optional<Labels> labels(CellSamples excerpt) {
        return labels(data.get(excerpt.cell().data()).test(), excerpt.samples());
    }

    private static Optional<Labels> labels(Samples test, List<Integer> samples) {
        return test.labels().map(labels -> labels.select(rows(samples)));
    }

    private static int[] rows(List<Integer> samples) {
        return samples.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the samples to compute, each once. */
    public Set<CellSamples> excerpts() {
        return wanted;
    }

    /** Returns the exhibits in the order of the figures. */
    public List<Exhibit> exhibits() {
        return rooms.stream().flatMap(Supplier::get).toList();
    }
}
