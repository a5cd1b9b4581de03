package relrep.onnx.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Shape;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A loaded model of pictures (n × channels × height × width) or of vectors (n × d). Each sample's
 * coordinates lie as the model takes them.
 */
public final class ArrayModel implements LoadedModel {
    private static final int BATCH = 32;
    private static final int PICTURE = 4;
    private static final int VECTOR = 2;

    private final Path file;
    private final ModelPort input;
    private final ModelOutput output;
    private final int width;
    private final Session session;
    private final int batch;

    /**
     * Takes a session.
     *
     * @param output what the latents are made of
     * @param width the width of the latents
     * @param oneByOne whether samples are computed one at a time
     */
    public ArrayModel(
            Path file,
            ModelHeader header,
            ModelOutput output,
            int width,
            Session session,
            boolean oneByOne) {
        this.file = file;
        this.input = header.inputs().get(0);
        this.output = output;
        this.width = width;
        this.session = session;
        long fixed = input.dimensions().get(0);
        this.batch = fixed != ModelPort.FREE ? (int) fixed : oneByOne ? 1 : BATCH;
    }

    /** Returns whether a model takes pictures or vectors, and nothing else. */
    public static boolean takes(ModelHeader header) {
        ModelPort first = header.inputs().get(0);
        return header.inputs().size() == 1
                && first.type() == ElementType.FLOAT
                && (first.rank() == PICTURE || first.rank() == VECTOR);
    }

    /**
     * Returns the latents of samples, {@code n × d}.
     *
     * @throws InvalidInputException when the samples do not have the shape that the model takes
     */
    @Override
    public Matrix encode(Inputs samples) {
        Matrix values = samples.numbers();
        long[] sizes = sizes(samples.shape(), values.cols());
        return Matrix.filled(
                values.rows(),
                width,
                latents -> {
                    for (int from = 0; from < values.rows(); from += batch) {
                        int to = Math.min(values.rows(), from + batch);
                        latents.put(compute(values.rows(from, to), sizes));
                    }
                });
    }

    private FloatBuffer compute(Matrix samples, long[] open) {
        // A model may fix the number of samples; what is missing is zero.
        int rows = input.dimensions().get(0) == ModelPort.FREE ? samples.rows() : batch;
        float[] padded = Arrays.copyOf(samples.toArray(), rows * samples.cols());
        long[] sizes = open.clone();
        sizes[0] = rows;
        try (OnnxTensor tensor =
                OnnxTensor.createTensor(
                        NativeLibraries.environment(), FloatBuffer.wrap(padded), sizes)) {
            FloatBuffer latents = FloatBuffer.allocate(rows * width);
            Session.Output computed =
                    session.run(Map.of(input.name(), tensor), output.port().name());
            output.write(computed, allOf(rows), width, latents);
            return latents.flip().limit(samples.rows() * width);
        } catch (OrtException e) {
            throw new IllegalStateException("a tensor cannot be made", e);
        }
    }

    /** Returns that every token of each sample counts. */
    private static int[] allOf(int rows) {
        int[] tokens = new int[rows];
        Arrays.fill(tokens, Integer.MAX_VALUE);
        return tokens;
    }

    /** Returns the sizes of a batch, the first of them open. */
    private long[] sizes(Shape shape, int cols) {
        List<Long> wanted = input.dimensions();
        if (input.rank() == VECTOR) {
            if (wanted.get(1) != ModelPort.FREE && wanted.get(1) != cols) {
                throw refused(cols + " numbers");
            }
            return new long[] {0, cols};
        }
        long[] sizes = {0, shape.channels(), shape.height(), shape.width()};
        for (int i = 1; i < sizes.length; i++) {
            if (wanted.get(i) != ModelPort.FREE && wanted.get(i) != sizes[i]) {
                throw refused("the shape " + shape);
            }
        }
        return sizes;
    }

    private InvalidInputException refused(String found) {
        return new InvalidInputException(
                "samples must have the shape that %s takes, %s, and have %s"
                        .formatted(file, input, found));
    }
}
