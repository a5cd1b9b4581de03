package relrep.metrics.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.List;
import java.util.Map;

@SuppressWarnings("FloatingPointLiteralPrecision") // the digits of the source
class ClassSilhouetteTest {
    private static final Run RUN = Run.quiet(Seed.of(1));
    private static final Matrix CORNERS = Matrix.of(6, 2, 0, 0, 0, 1, 1, 0, 5, 5, 5, 6, 6, 5);

    @Test
    void twoCorners() {
        Score score = measure(Labels.of(List.of("a", "none", "b"), 0, 0, 0, 2, 2, 2));
        assertEquals(.839816331, score.value(), 1e-6);
        assertArrayEquals(
                new float[] {
                    .867792296f, .824932619f, .824932619f, .849074193f, .83608313f, .83608313f
                },
                score.perSample(),
                1e-6f);
        Map<String, Double> details = score.details();
        assertEquals(List.of("class a", "class b"), List.copyOf(details.keySet()));
        assertEquals(.839219178, details.get("class a"), 1e-6);
        assertEquals(.840413484, details.get("class b"), 1e-6);
        assertEquals(-.049497765, measure(Labels.of(0, 0, 1, 1, 1, 0)).value(), 1e-6);
    }

    @Test
    void oneClassOrNoLabelsAreRefused() {
        assertRefused(
                "a silhouette needs samples of at least 2 classes, there are samples of 1",
                Space.of("x", CORNERS, Labels.of(1, 1, 1, 1, 1, 1)));
        assertRefused("labels are needed, 'x' has none", Space.of("x", CORNERS));
    }

    private static Score measure(Labels labels) {
        return new ClassSilhouette().measure(Space.of("x", CORNERS, labels), RUN);
    }

    private static void assertRefused(String sentence, Space space) {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> new ClassSilhouette().measure(space, RUN));
        assertEquals(sentence, refused.getMessage());
    }
}
