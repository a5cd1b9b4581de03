package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.experiment.Row;
import relrep.api.report.Report;
import relrep.api.tck.DynamicChecks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class SummaryTest {
    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(new Summary());
    }

    @Test
    void isWrittenAsOneFile(@TempDir Path folder) throws IOException {
        Runs runs =
                new Runs()
                        .defined("seeds", List.of(1L, 2L, 3L))
                        .claims("linear < rigid", "mlp < linear")
                        .holding("kind", "stitch")
                        .pairs("linear", 3, "mse", 0.5, 0.01)
                        .pairs("rigid", 3, "mse", 0.7, 0.02)
                        .failing("jaccard needs k ≤ 9, not 10")
                        .failing("jaccard needs k ≤ 9, not 10");
        new Summary().write(runs.report(), folder);
        assertEquals(
                """
                # tiny

                Source: a paper, table 1

                Mean ± standard deviation (n − 1) over n repetitions, seeds 1, 2, 3.
                An entry `a → b` is the encoder of a with the decoder, or the space, of b;
                n counts both directions of a pair, which share their networks: \
                a symmetric metric has one number for the two.

                ## stitch

                dataset digits, networks ae, architecture conv

                | bridge |   n |             mse |
                | ------ | --: | --------------: |
                | linear |   6 | 0.5250 ± 0.0187 |
                | rigid  |   6 | 0.7500 ± 0.0374 |

                ## Claims

                1 hold, 0 within noise, 0 fail, 1 not measured. \
                Differences within pairs of equal seeds, one-sided at 5 %:
                Wilcoxon from 6 pairs on, paired t from 3, no test below. \
                `6/3` is 6 pairs of 3 networks.

                | claim          |            left |           right |   n | test                | verdict      |
                | -------------- | --------------: | --------------: | --: | ------------------- | ------------ |
                | linear < rigid | 0.5250 ± 0.0187 | 0.7500 ± 0.0374 | 6/3 | Wilcoxon, p = 0.016 | holds        |
                | mlp < linear   |               – |               – | 0/0 | no row for mlp      | not measured |

                ## Failures

                2 cells failed; failures.csv has each.

                | cells | reason                      |
                | ----: | --------------------------- |
                |     2 | jaccard needs k ≤ 9, not 10 |

                ## Again

                `relrep run experiment.yaml --fresh`, with the file of this folder, computes all \
                of it again.
                """,
                Files.readString(folder.resolve("summary.md")));
    }

    @Test
    void nothingFromOutsideIsMarkup() {
        String evil = "<script>x</script> [a](b) ![c][d] \u001B[2J|<!-- a < b\n# c";
        String safe = "\\<script>x\\</script> [a\\](b) ![c\\][d] \\u001B[2J|\\<!-- a < b # c";
        Map<String, String> factors = Map.of("bridge", evil, "kind", evil, "note", evil);
        Report report =
                new Report(
                        evil,
                        evil,
                        Map.of("claims", List.of(evil), "choices", evil, "errata", evil),
                        List.of(
                                new Row(factors, evil, 1, new float[0]),
                                new Row(Map.of("bridge", "b"), "m", Double.NaN, new float[0])),
                        List.of(Map.of("reason", evil)));
        String text = Summary.text(report);
        assertTrue(text.startsWith("# " + safe + "\n\nSource: " + safe + "\n"), text);
        assertTrue(text.contains("| " + safe.replace("|", "\\|") + " |"), text);
        assertFalse(text.replace("\\<", "").matches("(?s).*<[a-z/!].*"), text);
        assertFalse(text.replace("\\]", "").matches("(?s).*\\][(\\[].*"), text);
        assertEquals(-1, text.indexOf('\u001B'), text);
    }

    @Test
    void saysThatNothingWasMeasured() {
        Report nothing = new Report("empty", "", Map.of(), List.of(), List.of());
        assertEquals(
                """
                # empty

                Nothing was measured.

                ## Again

                `relrep run experiment.yaml --fresh`, with the file of this folder, computes all \
                of it again.
                """,
                Summary.text(nothing));
    }

    @Test
    void saysWhatTheSourceLeavesOpenAndWhatIsWrongInIt() {
        Runs runs =
                new Runs()
                        .defined("choices", List.of("five epochs", "Adam"))
                        .defined("errata", "the table's header is wrong")
                        .holding("kind", "stitch")
                        .pairs("linear", 2, "mse", 0.5, 0.01);
        String text = Summary.text(runs.report());
        assertTrue(
                text.contains(
                        """
                        ## Errata of the source

                        - the table's header is wrong

                        ## What the source leaves open

                        - five epochs
                        - Adam

                        """),
                text);
    }
}
