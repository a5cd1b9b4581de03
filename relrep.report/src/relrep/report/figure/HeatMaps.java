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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Relative latents as heat maps side by side, in one scale of colours. */
final class HeatMaps {
    private static final int COLUMNS = 100;
    private static final double SIDE = 250;
    private static final double GAP = 24;
    private static final double LEFT = 70;

    private HeatMaps() {}

    static Sketch of(Exhibit.Spaces exhibit) {
        List<Space> spaces = exhibit.spaces();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int shown = 0;
        for (Space space : spaces) {
            shown = Math.max(shown, columns(space));
            for (int i = 0; i < space.size(); i++) {
                for (int j = 0; j < space.width(); j++) {
                    least = Math.min(least, space.latents().get(i, j));
                    most = Math.max(most, space.latents().get(i, j));
                }
            }
        }
        int columns = spaces.size() == 4 ? 2 : Math.min(3, spaces.size());
        int lines = (spaces.size() + columns - 1) / columns;
        double height = lines * (SIDE + 50);
        Drawing drawing =
                new Drawing(LEFT + columns * (SIDE + GAP) + 75, Heading.HEIGHT + height + 6);
        int anchors = spaces.get(0).width();
        String some = shown < anchors ? "%d of %d anchors" : "all %2$d anchors";
        Heading.draw(
                drawing,
                "Relative spaces",
                Heading.words(exhibit.factors())
                        + "; "
                        + some.formatted(shown, anchors)
                        + "; one scale");
        for (int i = 0; i < spaces.size(); i++) {
            double left = LEFT + i % columns * (SIDE + GAP);
            double top = Heading.HEIGHT + i / columns * (SIDE + 50) + 22;
            panel(drawing, spaces.get(i), left, top, least, most, i % columns == 0);
        }
        bar(drawing, LEFT + columns * (SIDE + GAP), Heading.HEIGHT + 22, least, most);
        return new Sketch(
                Heading.file("relative-spaces", exhibit.factors()),
                "Relative spaces: " + Heading.words(exhibit.factors()),
                drawing,
                data(exhibit));
    }

    /** Of many anchors every second is shown, or every third, so that each class has its part. */
    private static int step(Space space) {
        return (space.width() + COLUMNS - 1) / COLUMNS;
    }

    private static int columns(Space space) {
        return (space.width() + step(space) - 1) / step(space);
    }

    private static void panel(
            Drawing drawing,
            Space space,
            double left,
            double top,
            double least,
            double most,
            boolean first) {
        int width = columns(space);
        int[] rgb = new int[space.size() * width];
        double span = most > least ? most - least : 1;
        for (int i = 0; i < space.size(); i++) {
            for (int j = 0; j < width; j++) {
                rgb[i * width + j] =
                        Ink.scale((space.latents().get(i, j * step(space)) - least) / span).rgb();
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
        Numbers table = new Numbers("panel", "file", "sample", "class");
        for (int p = 0; p < exhibit.spaces().size(); p++) {
            Space space = exhibit.spaces().get(p);
            String file = "-" + (p + 1) + ".npy";
            data.put(file, Numbers.npy(space.latents()));
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
