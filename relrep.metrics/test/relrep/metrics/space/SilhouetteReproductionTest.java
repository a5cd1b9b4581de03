package relrep.metrics.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.DataPlaces;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Space;
import relrep.api.data.Split;
import relrep.api.metric.Score;
import relrep.api.model.Bottleneck;
import relrep.api.model.Network;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.datasets.image.ImageOptions;
import relrep.datasets.image.Mnist;
import relrep.datasets.image.Scale;
import relrep.models.architecture.Pca;
import relrep.nd4j.Nd4jEngine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares silhouettes of two digits, of pixels and of the first two principal components, with
 * scikit-learn's printed digits.
 */
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

    /** All pairs: row i has the pairs (i, i + 1) … (i, 9), first of pixels, then of components. */
    private static final String[] PIXELS = {
        ".301 .128 .143 .160 .088 .117 .174 .127 .167",
        ".192 .194 .231 .206 .221 .190 .197 .228",
        ".096 .118 .106 .079 .120 .070 .129",
        ".137 .057 .125 .130 .069 .128",
        ".094 .089 .084 .095 .036",
        ".090 .105 .047 .088",
        ".133 .093 .112",
        ".107 .061",
        ".086"
    };

    private static final String[] COMPONENTS = {
        ".656 .458 .489 .522 .285 .367 .559 .453 .498",
        ".470 .509 .573 .545 .546 .478 .514 .585",
        ".371 .460 .430 .344 .421 .301 .464",
        ".529 .069 .460 .481 .282 .454",
        ".380 .325 .365 .417 .051",
        ".374 .391 .094 .312",
        ".462 .401 .403",
        ".416 .123",
        ".371"
    };

    static Stream<Arguments> pairs() {
        return IntStream.range(0, 9)
                .boxed()
                .flatMap(
                        one ->
                                IntStream.range(one + 1, 10)
                                        .mapToObj(other -> Arguments.of(one, other)));
    }

    private static double given(String[] table, int one, int other) {
        return Double.parseDouble(table[one].split(" ", -1)[other - one - 1]);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void twoPrincipalComponentsOfTwoDigits(int one, int other) {
        Split split = split(one, other);
        Network network =
                new Pca(Nd4jEngine.start())
                        .train(
                                new TrainingProblem(
                                        split.train(),
                                        Optional.empty(),
                                        Objective.RECONSTRUCT,
                                        new Bottleneck.Absolute(2)),
                                RUN);
        Samples test = split.test();
        assertEquals(given(PIXELS, one, other), silhouette(test.inputs(), test), .5005e-3);
        Matrix latents = network.encoder().encode(test.inputs());
        assertEquals(given(COMPONENTS, one, other), silhouette(latents, test), .5005e-3);
    }

    private static double silhouette(Matrix latents, Samples samples) {
        Space space = Space.of("space", latents, samples.requireLabels());
        return new ClassSilhouette().measure(space, RUN).value();
    }

    private static Samples digits(int one, int other) {
        return split(one, other).test();
    }

    private static Split split(int one, int other) {
        String data = System.getenv("RELREP_DATA");
        assumeTrue(
                data != null && Files.isDirectory(Path.of(data, "mnist")),
                "needs MNIST in RELREP_DATA");
        return new Mnist()
                .with(new ImageOptions(8000, 4000, List.of(one, other), Scale.UNIT))
                .load(new DataPlaces(List.of(Path.of(data)), Path.of(data), false), RUN);
    }
}
