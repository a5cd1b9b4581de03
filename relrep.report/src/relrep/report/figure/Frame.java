package relrep.report.figure;

import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Letters;
import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Mark.Point;
import relrep.report.drawing.Mark.Text;

/**
 * The place of one panel on a drawing, with its scales.
 *
 * @param drawing the drawing
 * @param left the left edge of the data
 * @param top the top edge of the data
 * @param width the width of the data
 * @param height the height of the data
 * @param x the scale from left to right
 * @param y the scale from bottom to top
 */
record Frame(
        Drawing drawing, double left, double top, double width, double height, Scale x, Scale y) {
    /** The sizes of text. */
    static final double TITLE = 14;

    static final double LABEL = 11.5;
    static final double TICK = 10.5;

    double x(double value) {
        return left + x.at(value) * width;
    }

    double y(double value) {
        return top + (1 - y.at(value)) * height;
    }

    Point at(double valueX, double valueY) {
        return new Point(x(valueX), y(valueY));
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** Draws a grid and the numbers of the axis below. */
    void xAxis(String label) {
        for (double tick : x.ticks()) {
            drawing.line(x(tick), top, x(tick), bottom(), Ink.PALE, 0.6);
            drawing.text(x(tick), bottom() + 14, x.label(tick), TICK, Align.MIDDLE);
        }
        drawing.line(left, bottom(), right(), bottom(), Ink.BLACK, 0.8);
        drawing.text(left + width / 2, bottom() + 31, label, LABEL, Align.MIDDLE);
    }

    /** Draws a grid, and the numbers of the axis at the left if wanted. */
    void yAxis(String label, boolean numbers) {
        for (double tick : y.ticks()) {
            drawing.line(left, y(tick), right(), y(tick), Ink.PALE, 0.6);
            if (numbers) {
                drawing.text(left - 5, y(tick) + 3.8, y.label(tick), TICK, Align.END);
            }
        }
        drawing.line(left, top, left, bottom(), Ink.BLACK, 0.8);
        if (numbers && !label.isEmpty()) {
            double middle = top + height / 2;
            double widest =
                    y.ticks().stream()
                            .mapToDouble(tick -> Letters.width(y.label(tick), TICK))
                            .max()
                            .orElse(0);
            drawing.add(
                    new Text(
                            left - widest - 16,
                            middle,
                            label,
                            LABEL,
                            Align.MIDDLE,
                            Ink.BLACK,
                            false,
                            false));
        }
    }

    /** Draws the title above the panel. */
    void title(String text) {
        drawing.text(
                left + width / 2,
                top - 7,
                Letters.fit(text, LABEL, width + 30),
                LABEL,
                Align.MIDDLE);
    }
}
