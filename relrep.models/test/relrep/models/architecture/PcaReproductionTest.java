package relrep.models.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.Bottleneck;
import relrep.api.model.Network;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.nd4j.Nd4jEngine;

import java.io.IOException;
import java.util.Optional;

/** Compares closed-form principal components of real centred pictures with printed digits. */
@Tag("slow")
class PcaReproductionTest {
    private static final Pca PCA = new Pca(Nd4jEngine.start());

    private static Network fit(Samples train, int width) {
        TrainingProblem problem =
                new TrainingProblem(
                        train,
                        Optional.empty(),
                        Objective.RECONSTRUCT,
                        new Bottleneck.Absolute(width));
        return PCA.train(problem, Run.quiet(Seed.of(1)));
    }

    private static double error(Matrix outputs, Matrix truth) {
        float[] a = outputs.toArray();
        float[] b = truth.toArray();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
        }
        return sum / a.length;
    }

    private static double error(Network network, Samples test) {
        Matrix latents = network.encoder().encode(test.inputs());
        return error(network.decoder().decode(latents), test.inputs());
    }

    /** The latents of a smaller width are the first of a larger one. */
    private static double error(Network network, Samples test, int width) {
        Matrix latents = network.encoder().encode(test.inputs());
        float[] first = latents.toArray();
        for (int i = 0; i < first.length; i++) {
            first[i] = i % latents.cols() < width ? first[i] : 0;
        }
        Matrix cut = Matrix.of(latents.rows(), latents.cols(), first);
        return error(network.decoder().decode(cut), test.inputs());
    }

    @ParameterizedTest
    @CsvSource({
        "mnist, 2:.05567 10:.03407 24:.02085 30:.01769 48:.01192 50:.01149 100:.00562"
                + " 150:.00342 256:.00138",
        "fashion-mnist, 2:.0461 10:.02435 24:.01732 30:.01562 48:.01226 50:.01198 100:.00766"
                + " 150:.00549 256:.00299"
    })
    void errorsOfSixtyThousandPictures(String dataset, String expected) throws IOException {
        Samples train = Idx.samples(dataset, "train", 60_000);
        Samples test = Idx.samples(dataset, "t10k", 10_000);
        Network widest = fit(train, 256);
        for (String pair : expected.split(" ", -1)) {
            String[] parts = pair.split(":", -1);
            int width = Integer.parseInt(parts[0]);
            double unit = Math.pow(10, 1 - parts[1].length());
            assertEquals(
                    Double.parseDouble(parts[1]),
                    error(widest, test, width),
                    unit,
                    "width " + width);
        }
        assertEquals(error(widest, test, 48), error(fit(train, 48), test), 1e-8);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 868, .0359, .4699",
        "1, 7, 861, .0296, .4782",
        "4, 9, 809, .0407, .0512",
        "1, 3, 858, .0326, .5087",
        "1, 6, 828, .0346, .5463",
        "0, 1, 820, .0368, .6564"
    })
    void pairsOfDigits(int first, int second, int n, double error, double silhouette)
            throws IOException {
        Samples train = Idx.of(Idx.samples("mnist", "train", 8000), first, second);
        Samples test = Idx.of(Idx.samples("mnist", "t10k", 4000), first, second);
        Network network = fit(train, 2);
        assertEquals(n, test.size());
        assertEquals(error, error(network, test), 1e-4);
        assertEquals(silhouette, silhouette(network, test), 1e-4);
    }

    /** Without the mean removed, digits 1 and 2: the published control. */
    @Test
    void withoutCentringItIsAnotherMap() throws IOException {
        Samples train = Idx.of(Idx.samples("mnist", "train", 8000), 1, 2);
        Samples test = Idx.of(Idx.samples("mnist", "t10k", 4000), 1, 2);
        Network network =
                PCA.with(new Pca.Options(false, PcaFit.CLOSED, new TrainingOptions(1, 1, 1, 0, 0)))
                        .train(
                                new TrainingProblem(
                                        train,
                                        Optional.empty(),
                                        Objective.RECONSTRUCT,
                                        new Bottleneck.Absolute(2)),
                                Run.quiet(Seed.of(1)));
        assertEquals(.0393, error(network, test), 1e-4);
        assertEquals(.4625, silhouette(network, test), 1e-4);
    }

    /** The mean of (b - a) / max(a, b) over samples, as Rousseeuw 1987 has it, two classes. */
    private static double silhouette(Network network, Samples samples) {
        Matrix z = network.encoder().encode(samples.inputs());
        int[] labels = samples.requireLabels().toArray();
        double sum = 0;
        for (int i = 0; i < z.rows(); i++) {
            double[] distance = new double[2];
            int[] count = new int[2];
            for (int j = 0; j < z.rows(); j++) {
                if (j != i) {
                    int other = labels[j] == labels[i] ? 0 : 1;
                    distance[other] += distance(z, i, j);
                    count[other]++;
                }
            }
            double a = distance[0] / count[0];
            double b = distance[1] / count[1];
            sum += (b - a) / Math.max(a, b);
        }
        return sum / z.rows();
    }

    private static double distance(Matrix z, int i, int j) {
        double sum = 0;
        for (int c = 0; c < z.cols(); c++) {
            double d = (double) z.get(i, c) - z.get(j, c);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }
}
