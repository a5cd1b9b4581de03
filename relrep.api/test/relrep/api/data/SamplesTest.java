package relrep.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.run.InvalidInputException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SamplesTest {
    private static final Matrix INPUTS = Matrix.of(3, 2, 1, 2, 3, 4, 5, 6);
    private static final Samples SAMPLES =
            new Samples(INPUTS, Shape.vector(2), Optional.of(Labels.of(0, 1, 1)));

    @Test
    void selectsInputsAndLabelsTogether() {
        Samples selected = SAMPLES.select(2, 0);
        assertEquals(Matrix.of(2, 2, 5, 6, 1, 2), selected.inputs());
        assertEquals(Labels.of(1, 0), selected.requireLabels());
        Samples last = SAMPLES.rows(1, 3);
        assertEquals(Matrix.of(2, 2, 3, 4, 5, 6), last.inputs());
        assertEquals(Labels.of(1, 1), last.requireLabels());
        assertEquals(2, last.size());
    }

    @Test
    void selectsKeysWithTheirRows() {
        Samples words = SAMPLES.keyed(List.of("school", "water", "the"));
        assertEquals(Optional.of(List.of("the", "school")), words.select(2, 0).keys());
        assertEquals(Optional.of(List.of("water", "the")), words.rows(1, 3).keys());
        assertEquals(Optional.empty(), SAMPLES.select(0).keys());
        assertSays(
                "there must be one key a row: 3 rows, 1 keys",
                () -> SAMPLES.keyed(List.of("school")));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertSays(
                "samples of shape 1×2×2 need 4 coordinates, not 2",
                () -> new Samples(INPUTS, new Shape(1, 2, 2), Optional.empty()));
        assertSays(
                "there must be one label a row: 3 rows, 1 labels",
                () -> new Samples(INPUTS, Shape.vector(2), Optional.of(Labels.of(0))));
        assertSays(
                "labelled samples are needed, these have no labels",
                () -> new Samples(INPUTS, Shape.vector(2), Optional.empty()).requireLabels());
    }

    @Test
    void tellsPicturesFromVectors() {
        assertTrue(new Shape(3, 4, 5).picture());
        assertFalse(Shape.vector(7).picture());
        assertEquals(60, new Shape(3, 4, 5).size());
        assertEquals("3×4×5", new Shape(3, 4, 5).toString());
        assertSays("a shape needs at least 1 of each, not 1 × 0 × 3", () -> new Shape(1, 0, 3));
    }

    @Test
    void seesSamplesAsASpace() {
        Space space = Space.of("a", INPUTS, Labels.of(0, 1, 1));
        assertEquals(3, space.size());
        assertEquals(2, space.width());
        assertEquals(Labels.of(0, 1, 1), space.requireLabels());
        assertSays("labels are needed, 'b' has none", () -> Space.of("b", INPUTS).requireLabels());
        assertSays(
                "there must be one label a row: 3 rows, 2 labels",
                () -> Space.of("b", INPUTS, Labels.of(0, 1)));
    }

    @Test
    void keepsCopiesOfCollections() {
        Map<String, String> sums = new LinkedHashMap<>(Map.of("b", "1"));
        Split split = new Split(SAMPLES, SAMPLES, sums);
        sums.put("a", "2");
        assertEquals(Map.of("b", "1"), split.checksums());
        List<Path> folders = new ArrayList<>(List.of(Path.of("x")));
        DataPlaces places = new DataPlaces(folders, Path.of("cache"), false);
        folders.clear();
        assertEquals(List.of(Path.of("x")), places.folders());
    }

    private static void assertSays(String sentence, Runnable action) {
        Exception refused = assertThrows(InvalidInputException.class, action::run);
        assertEquals(sentence, refused.getMessage());
    }
}
