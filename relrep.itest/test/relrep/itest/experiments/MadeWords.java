package relrep.itest.experiments;

import relrep.api.run.Seed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/**
 * Makes files of word vectors under the names that experiments use. The vectors are synthetic: each
 * space has the same points of a few dimensions in its own directions, with noise.
 */
final class MadeWords {
    private static final int WORDS = 600;
    private static final int DIMENSIONS = 10;
    private static final double NOISE = 0.02;

    private final Path folder;

    MadeWords(Path data) throws IOException {
        this.folder = Files.createDirectories(data.resolve("word-vectors"));
    }

    void write() throws IOException {
        text("imdb-fasttext-subword-8000x100.vec.gz", WORDS + " 100\n", 100);
        text("imdb-word2vec-skipgram-8000x100.vec.gz", WORDS + " 100\n", 100);
        text("fasttext-english-sample-770x300.vec.gz", WORDS + " 300\n", 300);
        text("glove.twitter.27B.25d-subset-11925x25.txt.gz", "", 25);
        binary("word2vec-googlenews-8000x300.bin.gz", 300);
    }

    private void text(String name, String head, int width) throws IOException {
        StringBuilder text = new StringBuilder(head);
        double[][] vectors = vectors(name, width);
        for (int i = 0; i < WORDS; i++) {
            text.append(word(i));
            for (double value : vectors[i]) {
                text.append(String.format(Locale.ROOT, " %.5f", value));
            }
            text.append('\n');
        }
        try (OutputStream out = zipped(name)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void binary(String name, int width) throws IOException {
        double[][] vectors = vectors(name, width);
        try (OutputStream out = zipped(name)) {
            out.write((WORDS + " " + width + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < WORDS; i++) {
                ByteBuffer floats =
                        ByteBuffer.allocate(width * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                for (double value : vectors[i]) {
                    floats.putFloat((float) value);
                }
                out.write((word(i) + " ").getBytes(StandardCharsets.UTF_8));
                out.write(floats.array());
                out.write('\n');
            }
        }
    }

    private OutputStream zipped(String name) throws IOException {
        return new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)));
    }

    /** Words of letters; the first are those that figures show. */
    private static String word(int number) {
        return switch (number) {
            case 0 -> "school";
            case 1 -> "water";
            default ->
                    "w"
                            + (char) ('a' + number / 26 % 26)
                            + (char) ('a' + number % 26)
                            + (char) ('a' + number / 676);
        };
    }

    private static double[][] vectors(String name, int width) {
        RandomGenerator points = Seed.of(5).branch("points").random();
        RandomGenerator own = Seed.of(5).branch(name).random();
        double[][] directions = new double[DIMENSIONS][width];
        for (double[] direction : directions) {
            for (int j = 0; j < width; j++) {
                direction[j] = own.nextGaussian() / Math.sqrt(width);
            }
        }
        double[][] vectors = new double[WORDS][width];
        for (double[] vector : vectors) {
            for (double[] direction : directions) {
                double along = points.nextGaussian();
                for (int j = 0; j < width; j++) {
                    vector[j] += along * direction[j] + NOISE * own.nextGaussian();
                }
            }
        }
        return vectors;
    }
}
