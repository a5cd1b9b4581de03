package relrep.report.figure;

import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Letters;
import relrep.report.drawing.Mark;
import relrep.report.drawing.Mark.Align;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the names of classes in the middle of their points. A name that would cover another one
 * moves up or down by a line or two; if that does not help, only the legend shows it.
 */
final class ClassNames {
    private static final double LINE = 12;
    private static final double[] LINES = {0, -1, 1, -2, 2};

    private final Drawing drawing;
    private final List<Room> taken = new ArrayList<>();

    ClassNames(Drawing drawing) {
        this.drawing = drawing;
    }

    /** The space that a name takes. */
    private record Room(double left, double right, double base) {
        boolean meets(Room other) {
            return left < other.right && other.left < right && Math.abs(base - other.base) < LINE;
        }
    }

    /** Writes a name at a point, or near it. */
    void write(String name, double x, double y) {
        double half = Letters.width(name, Frame.LABEL) / 2 + 1;
        for (double lines : LINES) {
            Room room = new Room(x - half, x + half, y + 4 + lines * LINE);
            if (taken.stream().noneMatch(room::meets)) {
                taken.add(room);
                drawing.add(
                        new Mark.Text(
                                x,
                                room.base(),
                                name,
                                Frame.LABEL,
                                Align.MIDDLE,
                                Ink.BLACK,
                                true,
                                true));
                return;
            }
        }
    }
}
