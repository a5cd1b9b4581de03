package relrep.metrics.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.DataPlaces;
import relrep.api.data.Samples;
import relrep.api.data.Space;
import relrep.api.metric.Score;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.datasets.image.ImageOptions;
import relrep.datasets.image.Mnist;
import relrep.datasets.image.Scale;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Silhouettes of the pixels of two digits, as scikit-learn has them, to the last digit given. */
class SilhouetteReproductionTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @ParameterizedTest
    @CsvSource({
        "1, 2, 868, .1919",
        "1, 7, 861, .1897",
        "4, 9, 809, .0362",
        "1, 3, 858, .1936",
        "1, 6, 828, .2212",
        "0, 1, 820, .3006",
    })
    void pixelsOfTwoDigits(int one, int other, int samples, double silhouette) {
        Samples test = digits(one, other);
        Score score =
                new ClassSilhouette()
                        .measure(Space.of("pixels", test.inputs(), test.requireLabels()), RUN);
        assertEquals(samples, test.size());
        assertEquals(silhouette, score.value(), .5e-4);
    }

    private static Samples digits(int one, int other) {
        String data = System.getenv("RELREP_DATA");
        assumeTrue(
                data != null && Files.isDirectory(Path.of(data, "mnist")),
                "needs MNIST in RELREP_DATA");
        return new Mnist()
                .with(new ImageOptions(8000, 4000, List.of(one, other), Scale.UNIT))
                .load(new DataPlaces(List.of(Path.of(data)), Path.of(data), false), RUN)
                .test();
    }
}
