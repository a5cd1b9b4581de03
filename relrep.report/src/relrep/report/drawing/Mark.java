package relrep.report.drawing;

import java.util.List;

/** One mark of a drawing. Lengths are in points, y grows downwards. */
public sealed interface Mark {
    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, Ink ink) implements Mark {}

    /** Straight lines from point to point. */
    record Line(List<Point> points, Ink ink, double width, boolean dashed) implements Mark {
        /** Keeps a copy. */
        public Line {
            points = List.copyOf(points);
        }
    }

    /** A filled polygon. */
    record Area(List<Point> points, Ink ink) implements Mark {
        /** Keeps a copy. */
        public Area {
            points = List.copyOf(points);
        }
    }

    /**
     * Points of one kind.
     *
     * @param shape 0 for discs, 1 for triangles
     * @param opacity 0 to 1
     */
    record Dots(List<Point> points, double radius, int shape, Ink ink, double opacity)
            implements Mark {
        /** Keeps a copy. */
        public Dots {
            points = List.copyOf(points);
        }
    }

    /**
     * A line of text.
     *
     * @param x the x of its beginning, middle or end
     * @param y the y of its base line
     * @param upright false for text that is read from bottom to top
     * @param halo whether it has a white edge, so that it is readable on top of marks
     */
    record Text(
            double x,
            double y,
            String text,
            double size,
            Align align,
            Ink ink,
            boolean upright,
            boolean halo)
            implements Mark {}

    /** A picture, with its pixels as sharp squares. */
    record Picture(double x, double y, double width, double height, Pixels pixels)
            implements Mark {}

    /** A point of the drawing. */
    record Point(double x, double y) {}

    /** The part of a text that is at its position. */
    enum Align {
        /** The beginning. */
        START,
        /** The middle. */
        MIDDLE,
        /** The end. */
        END
    }
}
