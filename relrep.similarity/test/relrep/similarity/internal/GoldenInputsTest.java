package relrep.similarity.internal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.similarity.Similarity;
import relrep.api.tck.golden.Golden;
import relrep.api.tck.golden.GoldenInput;

/**
 * Compares the relative representations of three thousand random points with NumPy's and SciPy's in
 * float64.
 */
class GoldenInputsTest {
    @ParameterizedTest
    @CsvSource({"48, 300", "384, 300", "768, 1000"})
    void cosine(int width, int anchors) {
        check("cosine", new Cosine(), width, anchors);
    }

    @ParameterizedTest
    @CsvSource({"48, 300", "384, 300", "768, 1000"})
    void euclidean(int width, int anchors) {
        check("euclidean", new Euclidean(), width, anchors);
    }

    /** The statistics are those of the points, found on the way or by calibration. */
    @ParameterizedTest
    @CsvSource({"48, 300", "384, 300", "768, 1000"})
    void robustCosine(int width, int anchors) {
        check("robust-cosine", new RobustCosine(), width, anchors);
        check("robust-cosine", new RobustCosine().calibrate(input(width).points()), width, anchors);
    }

    private static void check(String kind, Similarity similarity, int width, int anchors) {
        GoldenInput input = input(width);
        Golden.of("%s/%d".formatted(kind, width))
                .assertArray(similarity.compare(input.points(), input.anchors(anchors)));
    }

    private static GoldenInput input(int width) {
        return GoldenInput.of("points%d".formatted(width));
    }
}
