package relrep.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.report.drawing.Drawing;
import relrep.report.drawing.Mark;

import java.util.List;

class ClassNamesTest {
    private final Drawing drawing = new Drawing(200, 200);
    private final ClassNames names = new ClassNames(drawing);

    private List<Double> heights() {
        return drawing.marks().stream().map(mark -> ((Mark.Text) mark).y()).toList();
    }

    @Test
    void standWhereTheirPointsAre() {
        names.write("Bag", 50, 50);
        names.write("Dress", 150, 50);
        assertEquals(List.of(54.0, 54.0), heights());
    }

    @Test
    void makeWayAndLeaveTheRestToTheLegend() {
        for (String name : List.of("Coat", "Pullover", "Shirt", "Sandal", "Bag", "Dress")) {
            names.write(name, 100, 100);
        }
        assertEquals(List.of(104.0, 92.0, 116.0, 80.0, 128.0), heights());
    }
}
