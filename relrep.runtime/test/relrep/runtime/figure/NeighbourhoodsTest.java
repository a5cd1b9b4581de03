package relrep.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;

import java.util.List;
import java.util.Optional;

/** Tests which samples are neighbours of which. */
final class NeighbourhoodsTest {
    /** Directions of 0, 10, 90, 70 and 20 degrees, of no length that matters, and no direction. */
    private static final Samples POINTS =
            new Samples(
                            Matrix.of(
                                    6, 2, 1, 0, 9.848f, 1.736f, 0, 2, .342f, .94f, .94f, .342f, 0,
                                    0),
                            Shape.vector(2),
                            Optional.empty())
                    .keyed(List.of("east", "ten", "north", "seventy", "twenty", "nowhere"));

    @Test
    void eachBelongsToTheNearest() {
        Neighbourhoods vicinity =
                Neighbourhoods.of(POINTS, List.of("north", "east", "south"), 2).orElseThrow();
        assertEquals(
                List.of("north", "seventy", "nowhere", "east", "ten", "twenty"), vicinity.keys());
        assertEquals(List.of(2, 3, 5, 0, 1, 4), vicinity.rows());
        assertEquals(Labels.of(List.of("north", "east"), 0, 0, 0, 1, 1, 1), vicinity.labels());
    }

    @Test
    void noMoreAreTakenThanAsked() {
        assertEquals(
                List.of("east", "ten"),
                Neighbourhoods.of(POINTS, List.of("east"), 1).orElseThrow().keys());
    }

    @Test
    void withoutTheWordThereIsNone() {
        assertEquals(Optional.empty(), Neighbourhoods.of(POINTS, List.of("south"), 1));
        Samples unnamed = new Samples(POINTS.inputs(), POINTS.shape(), Optional.empty());
        assertEquals(Optional.empty(), Neighbourhoods.of(unnamed, List.of("east"), 1));
    }
}
