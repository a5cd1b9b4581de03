package relrep.report.drawing;

import java.util.List;

/** One thing on a drawing. Lengths are in points, y grows downwards. */
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
     * @param x of its beginning, middle or end
     * @param y of its base line
     * @param upright false for text that is read from bottom to top
     * @param halo whether it has a white edge, to be read on top of marks
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

    /** A picture, its pixels as sharp squares. */
    record Picture(double x, double y, double width, double height, Pixels pixels)
            implements Mark {}

    /** A place. */
    record Point(double x, double y) {}

    /** Which part of a text is at its place. */
    enum Align {
        /** Its beginning. */
        START,
        /** Its middle. */
        MIDDLE,
        /** Its end. */
        END
    }
}
