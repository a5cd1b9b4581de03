package relrep.api.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.stream.IntStream;

class LabelsTest {
    private static final Labels LABELS = Labels.of(List.of("cat", "dog", "owl"), 1, 0, 1);

    @Test
    void namesClassesThatMayHaveNoSample() {
        assertEquals(3, LABELS.size());
        assertEquals(1, LABELS.get(2));
        assertEquals(List.of("cat", "dog", "owl"), LABELS.classes());
        assertArrayEquals(new int[] {0, 2}, LABELS.rowsOf(1));
        assertArrayEquals(new int[0], LABELS.rowsOf(2));
        assertEquals("3 labels of 3 classes", LABELS.toString());
    }

    @Test
    void countsUpToTheLargestWithoutNames() {
        assertEquals(List.of("0", "1", "2"), Labels.of(2, 0).classes());
        assertEquals(List.of(), Labels.of(new int[0]).classes());
    }

    @Test
    void refusesANumberWithoutAName() {
        for (int wrong : new int[] {2, -1}) {
            Exception refused =
                    assertThrows(
                            InvalidInputException.class,
                            () -> Labels.of(List.of("a", "b"), 0, wrong));
            assertEquals("labels must be 0 to 1, but sample 1 has " + wrong, refused.getMessage());
        }
    }

    @Test
    void selectsSamplesAndKeepsTheClasses() {
        Labels selected = LABELS.select(2, 2, 1);
        assertArrayEquals(new int[] {1, 1, 0}, selected.toArray());
        assertEquals(LABELS.classes(), selected.classes());
    }

    /** As many classes as samples: what is done for each class must not pass all samples. */
    @Test
    void hasTheRowsOfEachOfManyClasses() {
        int n = 200_000;
        Labels labels = Labels.of(IntStream.range(0, n).map(i -> n - 1 - i).toArray());
        for (int c = 0; c < n; c++) {
            assertArrayEquals(new int[] {n - 1 - c}, labels.rowsOf(c));
        }
        labels.rowsOf(0)[0] = 7;
        assertArrayEquals(new int[] {n - 1}, labels.rowsOf(0));
        assertArrayEquals(new int[0], labels.rowsOf(n));
    }

    @Test
    void keepsNoArrayThatOthersHold() {
        int[] values = {0, 1};
        Labels labels = Labels.of(values);
        values[0] = 1;
        labels.toArray()[1] = 0;
        assertEquals(Labels.of(0, 1), labels);
    }

    @Test
    void isEqualByClassesAndValues() {
        assertEquals(Labels.of(0, 1).hashCode(), Labels.of(0, 1).hashCode());
        assertNotEquals(Labels.of(0, 1), Labels.of(1, 0));
        assertNotEquals(Labels.of(List.of("a", "b"), 0, 1), Labels.of(0, 1));
    }
}
