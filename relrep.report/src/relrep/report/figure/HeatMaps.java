package relrep.report.figure;

import relrep.api.data.Labels;
import relrep.api.data.Space;
import relrep.api.report.Exhibit;
import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Letters;
import relrep.report.drawing.Mark;
import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Pixels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws relative latents as heat maps side by side, on one colour scale. */
final class HeatMaps {
    private static final int COLUMNS = 100;
    private static final double SIDE = 250;
    private static final double GAP = 24;
    private static final double LEFT = 70;
    private static final double LINE = SIDE + 50;

    private HeatMaps() {}

    static Sketch of(Exhibit.Spaces exhibit) {
        List<Band> bands = Band.of(exhibit.spaces());
        int most = bands.stream().mapToInt(band -> band.spaces().size()).max().orElse(1);
        int columns = most == 4 ? 2 : Math.min(3, most);
        int lines = bands.stream().mapToInt(band -> band.lines(columns)).sum();
        Drawing drawing =
                new Drawing(LEFT + columns * (SIDE + GAP) + 75, Heading.HEIGHT + lines * LINE + 6);
        int anchors = exhibit.spaces().get(0).width();
        int shown = exhibit.spaces().stream().mapToInt(HeatMaps::columns).max().orElse(0);
        String some = shown < anchors ? "%d of %d anchors" : "all %2$d anchors";
        Heading.draw(
                drawing,
                "Relative spaces",
                Heading.words(exhibit.factors())
                        + "; "
                        + some.formatted(shown, anchors)
                        + (bands.size() > 1 ? "; one scale a similarity" : "; one scale"));
        double top = Heading.HEIGHT + 22;
        for (Band band : bands) {
            for (int i = 0; i < band.spaces().size(); i++) {
                double left = LEFT + i % columns * (SIDE + GAP);
                panel(
                        drawing,
                        band,
                        i,
                        left,
                        top + Math.floorDiv(i, columns) * LINE,
                        i % columns == 0);
            }
            bar(drawing, LEFT + columns * (SIDE + GAP), top, band.least(), band.most());
            top += band.lines(columns) * LINE;
        }
        return new Sketch(
                Heading.file("relative-spaces", exhibit.factors()),
                "Relative spaces: " + Heading.words(exhibit.factors()),
                drawing,
                data(exhibit));
    }

    /**
     * Spaces of one similarity, which share a scale.
     *
     * @param least the least of all values
     * @param most the greatest of all values
     */
    private record Band(List<Space> spaces, double least, double most) {
        /** Groups the spaces by the part of their names after the network. */
        static List<Band> of(List<Space> all) {
            Map<String, List<Space>> groups = new LinkedHashMap<>();
            for (Space space : all) {
                String name = space.name();
                String key = name.substring(Math.max(0, name.indexOf(", ")));
                groups.computeIfAbsent(name.contains(", ") ? key : "", k -> new ArrayList<>())
                        .add(space);
            }
            return groups.values().stream().map(Band::over).toList();
        }

        private static Band over(List<Space> spaces) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (Space space : spaces) {
                for (int i = 0; i < space.size(); i++) {
                    for (int j = 0; j < space.width(); j++) {
                        least = Math.min(least, space.latents().get(i, j));
                        most = Math.max(most, space.latents().get(i, j));
                    }
                }
            }
            return new Band(spaces, least, most);
        }

        int lines(int columns) {
            return (spaces.size() + columns - 1) / columns;
        }

        /** Returns the position of a value between least and most, 0 to 1. */
        double share(double value) {
            return most > least ? (value - least) / (most - least) : value - least;
        }
    }

    /**
     * Returns the step between shown anchors: of many anchors only every second or third is shown,
     * so that each class keeps its share.
     */
    private static int step(Space space) {
        return (space.width() + COLUMNS - 1) / COLUMNS;
    }

    private static int columns(Space space) {
        return (space.width() + step(space) - 1) / step(space);
    }

    private static void panel(
            Drawing drawing, Band band, int number, double left, double top, boolean first) {
        Space space = band.spaces().get(number);
        int width = columns(space);
        int[] rgb = new int[space.size() * width];
        for (int i = 0; i < space.size(); i++) {
            for (int j = 0; j < width; j++) {
                rgb[i * width + j] =
                        Ink.scale(band.share(space.latents().get(i, j * step(space)))).rgb();
            }
        }
        drawing.text(
                left + SIDE / 2,
                top - 7,
                Letters.fit(space.name(), Frame.LABEL, SIDE),
                Frame.LABEL,
                Align.MIDDLE);
        drawing.add(new Mark.Picture(left, top, SIDE, SIDE, new Pixels(width, space.size(), rgb)));
        drawing.text(left + SIDE / 2, top + SIDE + 16, "anchors", Frame.TICK, Align.MIDDLE);
        space.labels().ifPresent(labels -> classes(drawing, labels, left, top, first));
    }

    private static void classes(
            Drawing drawing, Labels labels, double left, double top, boolean first) {
        double step = SIDE / labels.size();
        int begin = 0;
        for (int i = 1; i <= labels.size(); i++) {
            if (i == labels.size() || labels.get(i) != labels.get(begin)) {
                if (i < labels.size()) {
                    drawing.line(left, top + i * step, left + SIDE, top + i * step, Ink.WHITE, 0.8);
                }
                if (first && (i - begin) * step > Frame.TICK - 2) {
                    String name = labels.classes().get(labels.get(begin));
                    drawing.text(
                            left - 6,
                            top + (begin + i) * step / 2 + 4,
                            Letters.fit(name, Frame.TICK, LEFT - 10),
                            Frame.TICK,
                            Align.END);
                }
                begin = i;
            }
        }
    }

    private static void bar(Drawing drawing, double left, double top, double least, double most) {
        int[] rgb = new int[100];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = Ink.scale(1 - (i + 0.5) / rgb.length).rgb();
        }
        drawing.add(new Mark.Picture(left, top, 14, SIDE, new Pixels(1, rgb.length, rgb)));
        Scale scale = new Scale(least, most > least ? most : least + 1, false);
        for (double tick : scale.ticks()) {
            double y = top + (1 - scale.at(tick)) * SIDE;
            drawing.line(left + 14, y, left + 18, y, Ink.BLACK, 0.8);
            drawing.text(left + 21, y + 4, scale.label(tick), Frame.TICK, Align.START);
        }
    }

    private static Map<String, byte[]> data(Exhibit.Spaces exhibit) {
        Map<String, byte[]> data = new LinkedHashMap<>();
        FigureNumbers table = new FigureNumbers("panel", "file", "sample", "class");
        for (int p = 0; p < exhibit.spaces().size(); p++) {
            Space space = exhibit.spaces().get(p);
            String file = "-" + (p + 1) + ".npy";
            data.put(file, FigureNumbers.npy(space.latents()));
            for (int i = 0; i < space.size(); i++) {
                int row = i;
                table.line(
                        space.name(),
                        p + 1,
                        i,
                        space.labels().map(l -> l.classes().get(l.get(row))).orElse(""));
            }
        }
        data.put(".csv", table.csv());
        return data;
    }
}
