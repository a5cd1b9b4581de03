package relrep.report.drawing;

import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Mark.Point;

import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Writes a drawing as SVG, with text as text. */
public final class Svg {
    private static final String FAMILY = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif";

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /**
     * Returns the content of the file.
     *
     * @param title a description for readers who cannot see it
     */
    public static String of(Drawing drawing, String title) {
        Svg svg = new Svg();
        String w = number(drawing.width());
        String h = number(drawing.height());
        svg.out
                .append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%s\""
                                .formatted(w))
                .append(
                        " height=\"%s\" viewBox=\"0 0 %s %s\" font-family=\"%s\">\n"
                                .formatted(h, w, h, FAMILY));
        svg.out.append("<title>").append(escaped(title)).append("</title>\n");
        svg.box(new Mark.Box(0, 0, drawing.width(), drawing.height(), Ink.WHITE));
        drawing.marks().forEach(svg::mark);
        return svg.out.append("</svg>\n").toString();
    }

    private void mark(Mark mark) {
        if (mark instanceof Mark.Box box) {
            box(box);
        } else if (mark instanceof Mark.Line line) {
            line(line);
        } else if (mark instanceof Mark.Area area) {
            path(area.points(), "Z", "fill=\"%s\"".formatted(area.ink().hex()));
        } else if (mark instanceof Mark.Dots dots) {
            dots(dots);
        } else if (mark instanceof Mark.Text text) {
            text(text);
        } else if (mark instanceof Mark.Picture picture) {
            picture(picture);
        }
    }

    private void box(Mark.Box box) {
        out.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
                        .formatted(
                                number(box.x()),
                                number(box.y()),
                                number(box.width()),
                                number(box.height()),
                                box.ink().hex()));
    }

    private void line(Mark.Line line) {
        path(
                line.points(),
                "",
                "fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s"
                        .formatted(
                                line.ink().hex(),
                                number(line.width()),
                                line.dashed() ? " stroke-dasharray=\"5 3\"" : ""));
    }

    private void path(List<Point> points, String end, String style) {
        out.append("<path d=\"");
        char move = 'M';
        for (Point point : points) {
            out.append(move).append(number(point.x())).append(' ').append(number(point.y()));
            move = 'L';
        }
        out.append(end).append("\" ").append(style).append("/>\n");
    }

    /**
     * Draws points. A line of no length with round ends is a disc, so all points of a class are one
     * path.
     */
    private void dots(Mark.Dots dots) {
        out.append("<path d=\"");
        String r = number(dots.radius());
        for (Point point : dots.points()) {
            if (dots.shape() == 0) {
                out.append('M').append(number(point.x())).append(' ').append(number(point.y()));
                out.append("h0");
            } else {
                out.append('M')
                        .append(number(point.x() - dots.radius()))
                        .append(' ')
                        .append(number(point.y() + dots.radius()))
                        .append("h")
                        .append(number(2 * dots.radius()))
                        .append("l-")
                        .append(r)
                        .append(" -")
                        .append(number(2 * dots.radius()))
                        .append('z');
            }
        }
        String ink = dots.ink().hex();
        String opacity = number(dots.opacity());
        out.append("\" ")
                .append(
                        dots.shape() == 0
                                ? ("fill=\"none\" stroke=\"%s\" stroke-linecap=\"round\""
                                                + " stroke-width=\"%s\" stroke-opacity=\"%s\"")
                                        .formatted(ink, number(2 * dots.radius()), opacity)
                                : "fill=\"%s\" fill-opacity=\"%s\"".formatted(ink, opacity))
                .append("/>\n");
    }

    private void text(Mark.Text text) {
        String x = number(text.x());
        String y = number(text.y());
        out.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\"".formatted(x, y, number(text.size())));
        if (text.align() != Align.START) {
            out.append(" text-anchor=\"")
                    .append(text.align().name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        if (!text.ink().equals(Ink.BLACK)) {
            out.append(" fill=\"").append(text.ink().hex()).append('"');
        }
        if (!text.upright()) {
            out.append(" transform=\"rotate(-90 %s %s)\"".formatted(x, y));
        }
        if (text.halo()) {
            out.append(" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\"");
        }
        out.append('>').append(escaped(text.text())).append("</text>\n");
    }

    /** Draws a picture. A JDK without graphics cannot write the PNG; then a grey box is drawn. */
    private void picture(Mark.Picture picture) {
        String place =
                "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                        .formatted(
                                number(picture.x()),
                                number(picture.y()),
                                number(picture.width()),
                                number(picture.height()));
        try {
            String file = Base64.getEncoder().encodeToString(PngFile.of(picture.pixels()));
            out.append("<image ")
                    .append(place)
                    .append(" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\"")
                    .append(" href=\"data:image/png;base64,")
                    .append(file)
                    .append("\"/>\n");
        } catch (LinkageError lacking) {
            out.append("<rect ").append(place).append(" fill=\"#cccccc\"/>\n");
        }
    }

    /** Returns a number with at most one decimal, since a tenth of a point is not visible. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long all = Math.abs(tenths);
        return sign + all / 10 + (all % 10 == 0 ? "" : "." + all % 10);
    }

    /** Escapes text for use between tags and in attributes. */
    static String escaped(String text) {
        return text.replaceAll("\\p{Cc}", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
