package relrep.api.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.run.InvalidInputException;

import java.util.Arrays;
import java.util.List;

class AnchorsTest {
    private static final Matrix LATENTS = Matrix.of(4, 2, 0, 1, 2, 3, 4, 5, 6, 7);

    @Test
    void placesSingleSamples() {
        Anchors anchors = Anchors.ofRows(2, 0);
        assertEquals(2, anchors.size());
        assertTrue(anchors.single());
        assertEquals(Matrix.of(2, 2, 4, 5, 0, 1), anchors.place(LATENTS));
    }

    @Test
    void placesGroupsAtTheirMeans() {
        Anchors anchors = Anchors.ofGroups(List.of(new int[] {0, 2, 3}, new int[] {1}));
        assertFalse(anchors.single());
        assertEquals(Matrix.of(2, 2, 10f / 3, 13f / 3, 2, 3), anchors.place(LATENTS));
        assertArrayEquals(new int[] {0, 2, 3}, anchors.group(0));
    }

    @Test
    void takesMeansInDouble() {
        int n = 1 << 20;
        float[] values = new float[n];
        Arrays.fill(values, 0.1f);
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
        }
        Matrix mean = Anchors.ofGroups(List.of(all)).place(Matrix.of(n, 1, values));
        assertEquals(0.1f, mean.get(0, 0));
    }

    @Test
    void placesAllRowsInOrder() {
        assertEquals(LATENTS, Anchors.all(4).place(LATENTS));
    }

    @Test
    void refusesRowsThatAreNotThere() {
        for (int row : new int[] {4, -1}) {
            Exception refused =
                    assertThrows(
                            InvalidInputException.class,
                            () -> Anchors.ofRows(0, row).place(LATENTS));
            assertEquals("anchors must be rows 0 to 3, not " + row, refused.getMessage());
        }
    }

    @Test
    void refusesAnEmptyGroup() {
        Exception refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> Anchors.ofGroups(List.of(new int[] {1}, new int[0])));
        assertEquals(
                "an anchor is the mean of at least one sample, but group 1 is empty",
                refused.getMessage());
    }

    @Test
    void keepsNoArrayThatOthersHold() {
        int[] group = {0, 1};
        Anchors anchors = Anchors.ofGroups(List.of(group));
        group[0] = 3;
        anchors.group(0)[1] = 3;
        assertEquals(Anchors.ofGroups(List.of(new int[] {0, 1})), anchors);
    }

    @Test
    void isEqualByItsGroups() {
        assertEquals(Anchors.ofRows(1, 2).hashCode(), Anchors.ofRows(1, 2).hashCode());
        assertNotEquals(Anchors.ofRows(1, 2), Anchors.ofRows(2, 1));
        assertNotEquals(Anchors.ofRows(1, 2), Anchors.ofGroups(List.of(new int[] {1, 2})));
        assertEquals("2 anchors", Anchors.ofRows(1, 2).toString());
    }
}
