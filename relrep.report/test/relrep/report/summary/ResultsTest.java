package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.report.Report;

import java.util.Map;

class ResultsTest {
    private static String text(Runs runs) {
        Report report = runs.report();
        return new Results("stitch", report.rows(), Published.of(report)).section().text();
    }

    @Test
    void putsRatiosAndPublishedNumbersBesideOurs() {
        Runs runs =
                new Runs()
                        .published(
                                Map.of("width", 2, "own", "0.646 ± 0.003", "mlp(factor=2)", 0.721),
                                Map.of("width", 10L, "own", 0.514, "metric", "mse"));
        for (int width : new int[] {2, 10}) {
            runs.holding("width", width).holding("target_width", width);
            runs.own(3, "mse", 0.5, 0.01).pairs("mlp(factor=2)", 3, "mse", 0.9, 0);
        }
        assertEquals(
                """
                ## stitch

                dataset digits, networks ae, architecture conv

                | width | bridge        |   n |             mse | ÷ own |     published | ÷ own, published |
                | ----- | ------------- | --: | --------------: | ----: | ------------: | ---------------: |
                | 2     | own           |   3 | 0.5200 ± 0.0100 |  1.00 | 0.646 ± 0.003 |             1.00 |
                | 2     | mlp(factor=2) |   6 | 0.9000 ± 0.0000 |  1.73 |         0.721 |             1.12 |
                | 10    | own           |   3 | 0.5200 ± 0.0100 |  1.00 |         0.514 |             1.00 |
                | 10    | mlp(factor=2) |   6 | 0.9000 ± 0.0000 |  1.73 |               |                  |

                """,
                text(runs));
    }

    /** (0.9 - 0.4694) / (0.52 - 0.4694) = 8.51, where 0.9 / 0.52 is 1.73. */
    @Test
    void showsTheErrorAboveTheFloor() {
        Runs runs = new Runs().own(3, "mse", 0.51, 0.005).pairs("rigid", 2, "mse", 0.9, 0);
        runs.row(
                "mse",
                0.4694,
                "bridge",
                "floor",
                "architecture",
                "conv",
                "target_architecture",
                "conv");
        assertEquals(
                """
                ## stitch

                dataset digits, networks ae, architecture conv

                | bridge |   n |             mse | ÷ own | above floor |
                | ------ | --: | --------------: | ----: | ----------: |
                | own    |   3 | 0.5200 ± 0.0050 |  1.00 |        1.00 |
                | rigid  |   2 | 0.9000 ± 0.0000 |  1.73 |        8.51 |
                | floor  |   1 |          0.4694 | 0.903 |        0.00 |

                above floor: (x − floor) ÷ (own − floor). The floor is the error of the test samples brought into the range of the decoder's outputs: none has less.

                """,
                text(runs));
    }

    /** Lähner & Moeller, table 1 at width 2: (0.795 - 0.4694) / (0.646 - 0.4694) = 1.84. */
    @Test
    void showsWhatWasPublishedAboveTheFloor() {
        Runs runs = new Runs().published(Map.of("own", "0.646 ± 0.003", "linear", 0.795));
        runs.own(2, "mse", 0.6, 0).pairs("linear", 2, "mse", 0.7, 0);
        runs.row("mse", 0.4694, "bridge", "floor", "architecture", "conv");
        String text = text(runs);
        assertTrue(text.contains("| ÷ own, published | above floor, published |\n"), text);
        assertTrue(text.contains("|             1.23 |                   1.84 |\n"), text);
    }

    @Test
    void aFloorOfNothingIsNotShown() {
        Runs runs = new Runs().own(3, "mse", 0.51, 0.005).pairs("rigid", 2, "mse", 0.9, 0);
        String without = text(runs);
        runs.row("mse", 0, "bridge", "floor", "architecture", "conv");
        assertEquals(without, text(runs));
    }

    @Test
    void findsTheNumbersOfADatasetWithWhateverOptions() {
        Runs runs =
                new Runs()
                        .published(
                                Map.of("dataset", "mnist", "own", 0.66),
                                Map.of("dataset", "cifar-10", "own", 1.94));
        runs.holding("dataset", "cifar-10(train=100, test=10)").own(2, "mse", 0.5, 0);
        assertTrue(text(runs).contains(" 1.94 |"), text(runs));
        assertFalse(text(runs).contains("0.66"), text(runs));
    }

    @Test
    void saysWhatTheMeanImageBeats() {
        Runs runs = new Runs().holding("width", 2).own(2, "mse", 0.5, 0);
        runs.pairs("rigid", 2, "mse", 0.9, 0).pairs("linear", 2, "mse", 0.7, 0);
        runs.row("mse", 0.8, "bridge", "mean-image");
        assertTrue(
                text(runs).contains("Always showing the mean image has a better mse than rigid.\n"),
                text(runs));
        assertFalse(text(new Runs().own(2, "mse", 0.5, 0)).contains("mean image"));
    }

    /** Networks that learnt nothing lie on the wrong side themselves; components never do. */
    @Test
    void saysThatTheMeanImageBeatsNetworksThatLearntNothing() {
        Runs runs = new Runs().own(2, "mse", 0.9, 0).pairs("rigid", 2, "mse", 0.7, 0);
        runs.row("mse", 0.8, "bridge", "mean-image").row("mse", 0.5, "bridge", "pca");
        assertTrue(
                text(runs).contains("Always showing the mean image has a better mse than own.\n"),
                text(runs));
    }

    @Test
    void showsNetworksThatDiffer() {
        Runs runs = new Runs();
        runs.row("mse", 0.1, "source", "conv", "target", "mlp", "bridge", "linear");
        runs.row("mse", 0.2, "source", "mlp", "target", "mlp", "bridge", "own");
        assertEquals(
                """
                ## stitch

                dataset digits

                | networks   | bridge |   n |    mse | ÷ own |
                | ---------- | ------ | --: | -----: | ----: |
                | conv → mlp | linear |   1 | 0.1000 | 0.500 |
                | mlp        | own    |   1 | 0.2000 |  1.00 |

                """,
                text(runs));
    }

    @Test
    void tellsLinesApartThatDifferInWhatOneLeavesOut() {
        Runs runs = new Runs().row("jaccard", 0.02, "bridge", "chance");
        runs.row("jaccard", 0.03, "bridge", "chance", "similarity", "cosine", "anchors", "300");
        assertTrue(text(runs).contains("| bridge | anchors |"), text(runs));
    }

    @Test
    void leavesAHoleWithItsReason() {
        Runs runs = new Runs().row("mse", 0.5, "bridge", "linear");
        runs.row("mse", Double.NaN, "bridge", "absolute", "note", "widths differ");
        assertTrue(text(runs).contains("| absolute |   0 |      – |"), text(runs));
        assertTrue(text(runs).contains("\n–: widths differ.\n"), text(runs));
    }

    @Test
    void printsSeveralMetricsBesideEachOther() {
        Runs runs = new Runs().row("cka", 0.5, "bridge", "absolute");
        runs.row("jaccard", 0.1, "bridge", "absolute").row("cka", 0.9, "bridge", "relative");
        assertEquals(
                """
                ## stitch

                dataset digits

                | bridge   |   n |    cka | jaccard |
                | -------- | --: | -----: | ------: |
                | absolute |   1 | 0.5000 |  0.1000 |
                | relative |   1 | 0.9000 |         |

                """,
                text(runs));
    }

    @Test
    void showsAPublishedNumberThatIsPrintedWrong() {
        Runs runs =
                new Runs()
                        .published(
                                Map.of(
                                        "metric",
                                        "accuracy",
                                        "own",
                                        50,
                                        "vanilla",
                                        Map.of(
                                                "printed",
                                                38.84,
                                                "corrected",
                                                "36.84 ± 1.23",
                                                "why",
                                                "the stored runs have it")))
                        .row("accuracy", 0.5, "bridge", "own")
                        .row("accuracy", 0.4, "bridge", "vanilla");
        assertTrue(text(runs).contains("| 38.84 (must be 36.84 ± 1.23) |"), text(runs));
        assertTrue(text(runs).contains("|            0.737 |"), text(runs));
        assertTrue(
                text(runs)
                        .contains(
                                "\nErratum: accuracy of vanilla is printed as 38.84 and must be"
                                        + " 36.84 ± 1.23: the stored runs have it.\n"),
                text(runs));
    }
}
