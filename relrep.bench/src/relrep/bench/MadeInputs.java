package relrep.bench;

import relrep.api.data.Matrix;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Procrustes;
import relrep.kernels.tile.Projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Generates inputs if no others are given: latent spaces with clusters of classes, uneven
 * coordinates and a common offset, and their twins, which are rotated, scaled, shifted and noisy.
 * They are the same every time. The input of a million points is not generated.
 */
final class MadeInputs {
    private static final int LARGE = 100_000;
    private static final int PAIRED = 50_000;
    private static final int SMALL = 10_000;
    private static final int ANCHORS = 1000;
    private static final int RELATIVE = 300;
    private static final int CLASSES = 10;
    private static final int SIDE = 28;

    private MadeInputs() {}

    /** Writes a file, and those that are generated with it. */
    static void write(String name, BenchInputs inputs) {
        String family = name.replaceAll("\\d.*", "");
        int d = Workload.size(name.replaceAll("\\D*(\\d+).*", "$1"));
        switch (family) {
            case "x", "anchors" -> {
                Matrix x = latents(Seed.of(1000 + d), LARGE, d, CLASSES, 1).points();
                save(inputs, "x" + d, x);
                int[] every = IntStream.range(0, ANCHORS).map(i -> i * 10).toArray();
                save(inputs, "anchors" + d, x.select(every));
            }
            case "pair" -> {
                Matrix x = latents(Seed.of(2000 + d), PAIRED, d, CLASSES, 1).points();
                save(inputs, "pair" + d + "_src", x);
                save(inputs, "pair" + d + "_dst", twin(Seed.of(2001 + d), x, .15));
            }
            case "cls" -> {
                Latents latents = latents(Seed.of(3000 + d), SMALL, d, CLASSES, d < 10 ? 3 : 1);
                save(inputs, "cls" + d + "_src", latents.points());
                save(inputs, "cls" + d + "_dst", twin(Seed.of(3001 + d), latents.points(), .05));
                InputFile.write(
                        inputs.folder().resolve("cls" + d + "_labels.npy"), latents.labels());
            }
            case "knn" -> {
                int n = d == RELATIVE ? 60_000 : SMALL;
                Matrix x = latents(Seed.of(4000 + d), n, d, 100, 1).points();
                save(inputs, "knn" + d + "_x", x);
                save(inputs, "knn" + d + "_y", twin(Seed.of(4001 + d), x, .25));
            }
            case "rel" -> {
                Matrix x = inputs.floats("knn384_x", SMALL);
                save(inputs, "rel" + d + "_x", relative(x, d));
                save(inputs, "rel" + d + "_y", relative(twin(Seed.of(4999), x, 3), d));
            }
            case "images" ->
                    InputFile.write(
                            inputs.folder().resolve(name + ".npy"),
                            pictures(),
                            "(%d, %d, %d)".formatted(SMALL, SIDE, SIDE));
            default -> throw new MissingInputException("nobody knows how to make " + name);
        }
    }

    private static void save(BenchInputs inputs, String name, Matrix matrix) {
        InputFile.write(
                inputs.folder().resolve(name + ".npy"),
                matrix,
                "(%d, %d)".formatted(matrix.rows(), matrix.cols()));
    }

    @SuppressWarnings("ArrayRecordComponent") // two inputs in one, never compared
    private record Latents(Matrix points, int[] labels) {}

    private static Latents latents(Seed seed, int n, int d, int classes, double spread) {
        RandomGenerator random = seed.random();
        double[][] means = new double[classes][];
        for (int c = 0; c < classes; c++) {
            means[c] = normals(random, d, spread);
        }
        double[] scale = normals(random, d, .5);
        double[] offset = normals(random, d, .5);
        int[] labels = new int[n];
        Matrix points =
                Matrix.filled(
                        n,
                        d,
                        memory -> {
                            for (int i = 0; i < n; i++) {
                                labels[i] = random.nextInt(classes);
                                for (int j = 0; j < d; j++) {
                                    double v = means[labels[i]][j] + random.nextGaussian();
                                    memory.put((float) (v * Math.exp(scale[j]) + offset[j]));
                                }
                            }
                        });
        return new Latents(points, labels);
    }

    private static double[] normals(RandomGenerator random, int count, double scale) {
        DoubleSupplier next = () -> random.nextGaussian() * scale;
        return IntStream.range(0, count).mapToDouble(i -> next.getAsDouble()).toArray();
    }

    private static Matrix twin(Seed seed, Matrix x, double noise) {
        RandomGenerator random = seed.random();
        int d = x.cols();
        DoubleMatrix any = DoubleMatrix.of(d, d, normals(random, d * d, 1));
        Matrix turn = Procrustes.of(any, true).rotation().toMatrix();
        double[] shift = normals(random, d, .3);
        Matrix turned = Projection.create().affine(x, turn, new float[d]);
        return Matrix.filled(
                x.rows(),
                d,
                memory -> {
                    for (int i = 0; i < x.rows(); i++) {
                        float[] row = turned.row(i);
                        for (int j = 0; j < d; j++) {
                            double v = row[j] + noise * random.nextGaussian();
                            memory.put((float) (1.7 * v + shift[j]));
                        }
                    }
                });
    }

    private static Matrix relative(Matrix x, int anchors) {
        return Projection.create().cosine(x, x.rows(0, anchors));
    }

    /** Generates pictures of four blurred spots. */
    private static Matrix pictures() {
        RandomGenerator random = Seed.of(5028).random();
        return Matrix.filled(
                SMALL,
                SIDE * SIDE,
                memory -> {
                    for (int i = 0; i < SMALL; i++) {
                        List<double[]> spots = new ArrayList<>();
                        for (int s = 0; s < 4; s++) {
                            spots.add(
                                    new double[] {
                                        random.nextDouble(-.7, .7),
                                        random.nextDouble(-.7, .7),
                                        random.nextDouble(.08, .35)
                                    });
                        }
                        for (int p = 0; p < SIDE * SIDE; p++) {
                            memory.put(light(spots, p));
                        }
                    }
                });
    }

    private static float light(List<double[]> spots, int pixel) {
        double light = 0;
        for (double[] spot : spots) {
            double dx = pixel % SIDE * 2. / (SIDE - 1) - 1 - spot[0];
            double dy = Math.floorDiv(pixel, SIDE) * 2. / (SIDE - 1) - 1 - spot[1];
            light += Math.exp(-(dx * dx + dy * dy) / (2 * spot[2] * spot[2]));
        }
        return (float) Math.min(1, light);
    }
}
