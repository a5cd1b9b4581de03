package relrep.similarity.internal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.similarity.Similarity;
import relrep.api.tck.golden.Golden;
import relrep.api.tck.golden.GoldenInput;

import java.io.IOException;

/**
 * The relative representations of ten thousand points that NumPy's float64 has. The folder of
 * goldens is in RELREP_BENCH, its generated inputs in PERF_INPUTS. {@code gen_inputs.py --small}
 * draws other rows for width 384, which is skipped then.
 */
class GoldenInputsTest {
    private static final int POINTS = 10_000;

    @ParameterizedTest
    @CsvSource({"48, 300", "384, 300", "768, 1000"})
    void cosine(int width, int anchors) throws IOException {
        check("cos", new Cosine(), width, anchors);
    }

    @ParameterizedTest
    @CsvSource({"48, 300", "384, 300", "768, 1000"})
    void euclidean(int width, int anchors) throws IOException {
        check("euc", new Euclidean(), width, anchors);
    }

    /** The statistics are those of the points, found on the way or by calibration. */
    @ParameterizedTest
    @CsvSource({"48, 300", "384, 300", "768, 1000"})
    void robustCosine(int width, int anchors) throws IOException {
        check("rob", new RobustCosine(), width, anchors);
        check("rob", new RobustCosine().calibrate(points(width)), width, anchors);
    }

    private static void check(String kind, Similarity similarity, int width, int anchors)
            throws IOException {
        GoldenInput.assumeSame("anchors%d".formatted(width));
        Matrix chosen = GoldenInput.floats("anchors%d".formatted(width), anchors);
        Golden.of("proj-%s/10k/%d/%d".formatted(kind, width, anchors))
                .assertArray(similarity.compare(points(width), chosen));
    }

    private static Matrix points(int width) throws IOException {
        return GoldenInput.floats("x%d".formatted(width), POINTS);
    }
}
