package relrep.onnx.model;

import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The output of a model that latents are made of, and how: vectors of tokens (n × tokens × d) and
 * maps of features (n × d × rows × columns) are pooled, and vectors (n × d) are taken as they are.
 *
 * @param port the output
 * @param pooling how it becomes one vector a sample
 * @param normalised whether vectors are scaled to length 1
 */
public record ModelOutput(ModelPort port, Pooling pooling, boolean normalised) {
    private static final int VECTORS = 2;
    private static final int TOKENS = 3;
    private static final int MAPS = 4;

    /**
     * Chooses the output of a model.
     *
     * @param name its name; empty for the first that suits the pooling
     * @throws InvalidInputException when there is none
     */
    public static ModelOutput of(
            Path file, ModelHeader header, Pooling pooling, String name, boolean normalised) {
        Optional<ModelPort> port =
                header.outputs().stream()
                        .filter(output -> name.isEmpty() || output.name().equals(name))
                        .filter(output -> suits(output, pooling))
                        .findFirst();
        return new ModelOutput(
                port.orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "%s must have an output%s of %s for pooling=%s, and has %s; pooling can be mean, cls, none"
                                                .formatted(
                                                        file,
                                                        name.isEmpty() ? "" : " '" + name + "'",
                                                        wanted(pooling),
                                                        label(pooling),
                                                        ModelPort.list(header.outputs())))),
                pooling,
                normalised);
    }

    private static boolean suits(ModelPort output, Pooling pooling) {
        return switch (pooling) {
            case MEAN -> List.of(0, TOKENS, MAPS).contains(output.rank());
            case CLS -> List.of(0, TOKENS).contains(output.rank());
            case NONE -> List.of(0, VECTORS).contains(output.rank());
        };
    }

    private static String wanted(Pooling pooling) {
        return switch (pooling) {
            case MEAN -> "3 dimensions (samples × tokens × width) or 4";
            case CLS -> "3 dimensions (samples × tokens × width)";
            case NONE -> "2 dimensions (samples × width)";
        };
    }

    private static String label(Pooling pooling) {
        return pooling.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the width of the latents, where the file gives it. */
    public OptionalInt width() {
        if (port.rank() == 0) {
            return OptionalInt.empty();
        }
        long width = port.rank() == MAPS ? port.dimensions().get(1) : port.last();
        return width == ModelPort.FREE ? OptionalInt.empty() : OptionalInt.of((int) width);
    }

    /**
     * Writes the latents of a batch.
     *
     * @param computed what the model returned
     * @param tokens the number of tokens of each sample that count, at most; a sample without one
     *     has the latents 0
     * @param into takes the latents, one after another
     */
    void write(Session.Output computed, int[] tokens, int width, FloatBuffer into) {
        List<Long> sizes = computed.sizes();
        if (!suits(new ModelPort(port.name(), port.type(), sizes), pooling)
                || sizes.get(0) != tokens.length
                || sizes.get(sizes.size() == MAPS ? 1 : sizes.size() - 1) != width) {
            throw new InvalidInputException(
                    "the output '%s' must be %d × … × %d for pooling=%s, and the model computes %s"
                            .formatted(port.name(), tokens.length, width, label(pooling), sizes));
        }
        double[] vector = new double[width];
        int stride = 1;
        for (long size : sizes.subList(1, sizes.size())) {
            stride *= (int) size;
        }
        for (int row = 0; row < tokens.length; row++) {
            Arrays.fill(vector, 0);
            int start = row * stride;
            if (sizes.size() == MAPS) {
                sumMaps(computed.values(), start, stride / width, vector);
            } else {
                int all = stride / width;
                sum(computed.values(), start, counted(tokens[row], all), vector);
            }
            put(vector, into);
        }
    }

    private int counted(int tokens, int all) {
        return Math.min(tokens, pooling == Pooling.MEAN ? all : 1);
    }

    private static void sum(FloatBuffer values, int start, int tokens, double[] vector) {
        for (int token = 0; token < tokens; token++) {
            int at = start + token * vector.length;
            for (int i = 0; i < vector.length; i++) {
                vector[i] += values.get(at + i);
            }
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= Math.max(1, tokens);
        }
    }

    private static void sumMaps(FloatBuffer values, int start, int pixels, double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            double sum = 0;
            for (int pixel = 0; pixel < pixels; pixel++) {
                sum += values.get(start + i * pixels + pixel);
            }
            vector[i] = sum / pixels;
        }
    }

    private void put(double[] vector, FloatBuffer into) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        double length = normalised && squares > 0 ? Math.sqrt(squares) : 1;
        for (double value : vector) {
            into.put((float) (value / length));
        }
    }
}
