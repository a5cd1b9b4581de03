package relrep.datasets.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.run.InvalidInputException;

import java.util.List;

class ImageOptionsTest {
    @Test
    void takeLabelsInAnyOrderForTheSame() {
        assertEquals(
                new ImageOptions(0, 0, List.of(1, 7), Scale.UNIT),
                new ImageOptions(0, 0, List.of(7, 1), Scale.UNIT));
    }

    @Test
    void refuseWhatMakesNoSense() {
        assertRefused("train must be a number of samples, or 0 for all, not -1", -1, 0);
        assertRefused("test must be a number of samples, or 0 for all, not -2", 0, -2);
        assertRefused("labels must be 0 to 9, not 10", 0, 0, 3, 10);
        assertRefused("labels must be 0 to 9, not -1", 0, 0, -1);
        assertRefused("labels must name each class once, but 3 stands there twice", 0, 0, 3, 1, 3);
    }

    private static void assertRefused(String sentence, int train, int test, Integer... labels) {
        assertEquals(
                sentence,
                assertThrows(
                                InvalidInputException.class,
                                () -> new ImageOptions(train, test, List.of(labels), Scale.UNIT))
                        .getMessage());
    }
}
