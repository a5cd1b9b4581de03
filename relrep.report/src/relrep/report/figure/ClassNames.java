package relrep.report.figure;

import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Letters;
import relrep.report.drawing.Mark;
import relrep.report.drawing.Mark.Align;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of classes in the midst of their points. Where one would lie on another it goes a line or
 * two up or down, and where that does not help it is left to the legend.
 */
final class ClassNames {
    private static final double LINE = 12;
    private static final double[] LINES = {0, -1, 1, -2, 2};

    private final Drawing drawing;
    private final List<Room> taken = new ArrayList<>();

    ClassNames(Drawing drawing) {
        this.drawing = drawing;
    }

    /** Where a name stands. */
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
