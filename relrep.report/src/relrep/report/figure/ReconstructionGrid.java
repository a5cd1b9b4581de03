package relrep.report.figure;

import relrep.api.data.Shape;
import relrep.api.report.Exhibit;
import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Letters;
import relrep.report.drawing.Mark;
import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Pixels;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws pictures in strips, all with the brightness range of the samples. */
final class ReconstructionGrid {
    private static final double USUAL = 52;
    private static final double GAP = 3;
    private static final int COLOUR_VALUES = 240_000;

    private final Exhibit.Pictures exhibit;
    private final double side;
    private final double least;
    private final double most;

    private ReconstructionGrid(Exhibit.Pictures exhibit) {
        this.exhibit = exhibit;
        float[] originals = exhibit.strips().get(0).pictures().toArray();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : originals) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        // a pixel of the sample is a whole number of points: it stays sharp, and the file small
        int width = exhibit.shape().width();
        this.side = Math.max(1, Math.round(USUAL / width)) * width;
        this.least = low;
        this.most = high > low ? high : low + 1;
    }

    static Sketch of(Exhibit.Pictures exhibit) {
        return new ReconstructionGrid(exhibit).sketch();
    }

    /**
     * Returns the number of columns. Photographs hardly compress, so only as many are shown as keep
     * the file below 300 kB.
     */
    private int columns() {
        int there = exhibit.strips().get(0).pictures().rows();
        int values = exhibit.shape().size() * exhibit.strips().size();
        return exhibit.shape().channels() == 1
                ? there
                : Math.max(1, Math.min(there, COLOUR_VALUES / values));
    }

    private Sketch sketch() {
        List<Exhibit.Strip> strips = exhibit.strips();
        int columns = columns();
        double words =
                strips.stream()
                        .mapToDouble(strip -> Letters.width(strip.caption(), Frame.LABEL))
                        .max()
                        .orElse(0);
        double left = Math.min(words, 330) + 20;
        double top = Heading.HEIGHT + (exhibit.labels().isPresent() ? 18 : 4);
        Drawing drawing =
                new Drawing(
                        Math.max(left + columns * (side + GAP) + 10, 420),
                        top + strips.size() * (side + GAP) + 10);
        Heading.draw(drawing, "Reconstructions", Heading.words(exhibit.factors()));
        Map<String, byte[]> data = new LinkedHashMap<>();
        FigureNumbers index = new FigureNumbers("strip", "caption");
        Shape shape = exhibit.shape();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int j = 0; j < strips.size(); j++) {
            Exhibit.Strip strip = strips.get(j);
            double y = top + j * (side + GAP);
            String caption = Letters.fit(strip.caption(), Frame.LABEL, left - 20);
            drawing.text(left - 10, y + side / 2 + 4, caption, Frame.LABEL, Align.END);
            for (int i = 0; i < columns; i++) {
                Pixels pixels = pixels(strip.pictures().row(i), shape);
                double x = left + i * (side + GAP);
                drawing.add(new Mark.Picture(x, y, side, side, pixels));
                all.writeBytes(levels(pixels, shape.channels()));
            }
            index.line(j, strip.caption());
        }
        exhibit.labels()
                .ifPresent(
                        labels -> {
                            for (int i = 0; i < columns; i++) {
                                drawing.text(
                                        left + i * (side + GAP) + side / 2,
                                        top - 6,
                                        Letters.fit(
                                                labels.classes().get(labels.get(i)),
                                                Frame.TICK,
                                                side + GAP),
                                        Frame.TICK,
                                        Align.MIDDLE,
                                        Ink.GREY);
                            }
                        });
        data.put(".csv", index.csv());
        String form =
                "%d, %d, %d, %d%s"
                        .formatted(
                                strips.size(),
                                columns,
                                shape.height(),
                                shape.width(),
                                shape.channels() == 3 ? ", 3" : "");
        data.put(".npy", FigureNumbers.npy(form, all.toByteArray()));
        return new Sketch(
                Heading.file("reconstructions", exhibit.factors()),
                "Reconstructions: " + Heading.words(exhibit.factors()),
                drawing,
                data);
    }

    /** Returns the drawn values, 0 to 255: one per grey pixel, three per coloured one. */
    private static byte[] levels(Pixels pixels, int channels) {
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        for (int rgb : pixels.rgb()) {
            for (int c = channels == 3 ? 0 : 2; c < 3; c++) {
                levels.write(rgb >> (16 - 8 * c));
            }
        }
        return levels.toByteArray();
    }

    private Pixels pixels(float[] values, Shape shape) {
        int area = shape.height() * shape.width();
        int[] rgb = new int[area];
        for (int p = 0; p < area; p++) {
            for (int c = 0; c < 3; c++) {
                int channel = shape.channels() == 3 ? c : 0;
                double value = (values[channel * area + p] - least) / (most - least);
                int level = (int) Math.round(255 * Math.max(0, Math.min(1, value)));
                rgb[p] |= level << (16 - 8 * c);
            }
        }
        return new Pixels(shape.width(), shape.height(), rgb);
    }
}
