package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class CorrelationsTest {
    private static final String ASKED = "relative:cosine-index ~ own:accuracy > 0";

    private static String text(Runs runs) {
        return Correlations.section(runs.report()).orElseThrow().text();
    }

    /** Networks 1, 2, … meet a reference, 0, that is the source of nothing. */
    private static Runs runs(double[] likeness, double[] accuracy) {
        Runs runs = new Runs().defined("correlations", List.of(ASKED));
        for (int i = 0; i < likeness.length; i++) {
            runs.pair("relative", i + 1, 0, "cosine-index", likeness[i]);
            runs.pair("own", i + 1, i + 1, "accuracy", accuracy[i]);
        }
        return runs.pair("own", 0, 0, "accuracy", 0.1);
    }

    /** x = 1 2 3 4 5, y = 2 1 4 3 5: r = ρ = 0.8; Fisher's z is atanh(.8) · √2, p = 0.060. */
    @Test
    void byHand() {
        String text = text(runs(new double[] {1, 2, 3, 4, 5}, new double[] {2, 1, 4, 3, 5}));
        assertTrue(
                text.contains(
                        "| relative:cosine-index ~ own:accuracy > 0 | digits  |        5 | 0.8000 |"
                                + " 0.8000 | Fisher, p = 0.060 | within noise |"),
                text);
        assertEquals(0.0602, Correlations.above(0.8, 0, 5), 1e-4);
    }

    @Test
    void holdsAndFails() {
        double[] up = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] rising = {2, 1, 4, 3, 6, 5, 8, 7};
        double[] falling = {7, 8, 5, 6, 3, 4, 1, 2};
        assertTrue(text(runs(up, rising)).contains("| holds "));
        assertTrue(text(runs(up, falling)).contains("| **fails** "));
        assertTrue(text(runs(up, new double[8])).contains("all alike"));
        assertTrue(text(runs(new double[] {1, 2, 3}, rising)).contains("n < 4"));
    }
}
