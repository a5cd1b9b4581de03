package relrep.bench;

import relrep.anchors.Farthest;
import relrep.anchors.KMeans;
import relrep.anchors.UniformLatent;
import relrep.api.data.AnchorSelector;
import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.data.Split;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.datasets.image.FashionMnist;
import relrep.datasets.image.Mnist;
import relrep.files.npy.NpyFile;
import relrep.files.npy.NpyWriter;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Measures the loading of datasets and the choice of anchors: processor time of this process, and
 * wall-clock time. Run it as {@code measured.md} shows, with {@code RELREP_DATA} set.
 */
public final class LoadingTimes {
    private static final int ROUNDS = 5;

    private static final double MILLI = 1e3;

    private final PrintStream out;

    private LoadingTimes(PrintStream out) {
        this.out = out;
    }

    /** Prints one line per round. */
    public static void main(String[] arguments) throws IOException {
        new LoadingTimes(
                        new PrintStream(
                                new FileOutputStream(FileDescriptor.out),
                                true,
                                StandardCharsets.UTF_8))
                .measure();
    }

    private void measure() throws IOException {
        for (Dataset dataset : List.of(new Mnist(), new FashionMnist())) {
            for (int i = 0; i < ROUNDS; i++) {
                time(dataset.getClass().getSimpleName(), () -> load(dataset));
            }
        }
        Matrix pictures = load(new Mnist()).train().inputs();
        choose("60000 x 48", Space.of("random", random(60_000, 48)));
        choose("pixels of MNIST", Space.of("pixels", pictures));
        Path file = Files.createTempFile("relrep", ".npy");
        try {
            NpyWriter.write(file, pictures);
            for (int i = 0; i < ROUNDS; i++) {
                time("map 60000 x 784 .npy", () -> map(file));
                time("map it and copy it", () -> map(file).toArray());
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Split load(Dataset dataset) {
        Path data = Path.of(System.getenv("RELREP_DATA"));
        return dataset.load(new DataPlaces(List.of(data), data, false), Run.quiet(Seed.of(1)));
    }

    private void choose(String what, Space space) {
        for (AnchorSelector selector :
                List.of(
                        new Farthest(),
                        new UniformLatent(),
                        new KMeans().with(new KMeans.Options(300, KMeans.Anchor.NEAREST, 10)))) {
            for (int i = 0; i < 2; i++) {
                time(
                        selector.getClass().getSimpleName() + ", " + what,
                        () -> selector.select(space, Run.quiet(Seed.of(1))));
            }
        }
    }

    private static Matrix random(int n, int d) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[n * d];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return Matrix.of(n, d, values);
    }

    private static Matrix map(Path file) {
        try (NpyFile npy = NpyFile.open(file)) {
            return npy.matrix();
        }
    }

    private void time(String what, Runnable work) {
        Clock start = Clock.now();
        work.run();
        Clock took = start.elapsed();
        out.printf(
                Locale.ROOT,
                "%-32s %8.1f ms of processor time, %8.1f ms%n",
                what,
                took.cpu() * MILLI,
                took.wall() * MILLI);
    }
}
