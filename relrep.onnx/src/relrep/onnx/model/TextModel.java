package relrep.onnx.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A loaded model of texts. It computes texts of the same number of tokens together, so that none is
 * padded, and a quantised model one text at a time. A text's latents then depend on that text
 * alone.
 */
public final class TextModel implements LoadedModel {
    /** The inputs that a text model may have. */
    public static final List<String> INPUTS =
            List.of("input_ids", "attention_mask", "token_type_ids", "position_ids");

    private static final int BATCH = 32;

    private final ModelHeader header;
    private final ModelOutput output;
    private final int width;
    private final Session session;
    private final TextTokenizer tokenizer;
    private final String prefix;
    private final int batch;
    private final boolean padded;

    /**
     * Joins a session and a tokenizer.
     *
     * @param output what the latents are made of
     * @param width the width of the latents
     * @param prefix stands before each text, with a blank between; empty for none
     * @param oneByOne whether texts are computed one at a time
     */
    public TextModel(
            ModelHeader header,
            ModelOutput output,
            int width,
            Session session,
            TextTokenizer tokenizer,
            String prefix,
            boolean oneByOne) {
        this.header = header;
        this.output = output;
        this.width = width;
        this.session = session;
        this.tokenizer = tokenizer;
        this.prefix = prefix;
        List<Long> sizes = header.inputs().get(0).dimensions();
        long fixed = sizes.get(0);
        this.padded = sizes.get(1) != ModelPort.FREE;
        this.batch = oneByOne ? 1 : fixed == ModelPort.FREE ? BATCH : (int) fixed;
    }

    /**
     * Checks that a model takes texts alone.
     *
     * @throws InvalidInputException when it has other inputs
     */
    public static void requireInputs(Path file, ModelHeader header) {
        List<ModelPort> wrong =
                header.inputs().stream()
                        .filter(
                                port ->
                                        !INPUTS.contains(port.name())
                                                || !port.type().whole()
                                                || port.rank() != 2)
                        .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(
                    "%s must take whole numbers of 2 dimensions in %s alone, as models of texts do, and it takes %s"
                            .formatted(file, String.join(", ", INPUTS), ModelPort.list(wrong)));
        }
    }

    /** Returns the latents of texts, {@code n × d}. */
    @Override
    public Matrix encode(Inputs inputs) {
        List<String> texts = inputs.texts();
        List<TokenRow> tokens = texts.stream().map(this::tokens).toList();
        int[] order =
                IntStream.range(0, texts.size())
                        .boxed()
                        .sorted(Comparator.comparing(row -> tokens.get(row).size()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        float[] latents = new float[Math.multiplyExact(texts.size(), width)];
        for (int from = 0; from < order.length; ) {
            int to = end(order, from, tokens);
            float[] some =
                    compute(IntStream.range(from, to).mapToObj(i -> tokens.get(order[i])).toList());
            for (int i = from; i < to; i++) {
                System.arraycopy(some, (i - from) * width, latents, order[i] * width, width);
            }
            from = to;
        }
        return Matrix.of(texts.size(), width, latents);
    }

    /** Returns the end of the batch that starts at a place. */
    private int end(int[] order, int from, List<TokenRow> tokens) {
        int length = tokens.get(order[from]).size();
        int to = from + 1;
        while (to < order.length
                && to - from < batch
                && (padded || tokens.get(order[to]).size() == length)) {
            to++;
        }
        return to;
    }

    /** Returns a sentence about texts that the model cannot take whole, and about empty ones. */
    @Override
    public List<String> notes(Inputs inputs) {
        List<String> texts = inputs.texts();
        int cut = 0;
        int empty = 0;
        for (String text : texts) {
            TokenRow tokens = tokens(text);
            cut += tokens.cut() ? 1 : 0;
            empty += text.isBlank() ? 1 : 0;
        }
        List<String> notes = new ArrayList<>();
        if (cut > 0) {
            notes.add(
                    "%d of %d texts have more than the %d tokens that the encoder takes; they are truncated"
                            .formatted(cut, texts.size(), tokenizer.length()));
        }
        if (empty > 0) {
            notes.add(
                    "%d of %d texts are empty; they are encoded like any other"
                            .formatted(empty, texts.size()));
        }
        return notes;
    }

    private TokenRow tokens(String text) {
        return tokenizer.tokens(prefix.isEmpty() ? text : prefix + " " + text);
    }

    private float[] compute(List<TokenRow> texts) {
        // The model may fix the number of texts or of tokens; what is missing is padded.
        int rows = size(0, texts.size());
        int cols = size(1, Math.max(1, texts.get(texts.size() - 1).size()));
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            for (ModelPort port : header.inputs()) {
                inputs.put(port.name(), tensor(port, texts, rows, cols));
            }
            int[] counts = new int[rows];
            for (int i = 0; i < texts.size(); i++) {
                counts[i] = texts.get(i).size();
            }
            FloatBuffer latents = FloatBuffer.allocate(rows * width);
            output.write(session.run(inputs, output.port().name()), counts, width, latents);
            return latents.array();
        } catch (OrtException e) {
            throw new IllegalStateException("a tensor cannot be made", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private int size(int dimension, int wanted) {
        long fixed = header.inputs().get(0).dimensions().get(dimension);
        return fixed == ModelPort.FREE ? wanted : (int) fixed;
    }

    private static OnnxTensor tensor(ModelPort port, List<TokenRow> texts, int rows, int cols)
            throws OrtException {
        long[] values = new long[rows * cols];
        for (int i = 0; i < texts.size(); i++) {
            TokenRow text = texts.get(i);
            for (int j = 0; j < text.size(); j++) {
                values[i * cols + j] =
                        switch (port.name()) {
                            case "input_ids" -> text.id(j);
                            case "token_type_ids" -> text.type(j);
                            case "attention_mask" -> 1;
                            default -> j; // position_ids
                        };
            }
        }
        long[] sizes = {rows, cols};
        OrtEnvironment environment = NativeLibraries.environment();
        if (port.type() == ElementType.INT64) {
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), sizes);
        }
        int[] narrow = LongStream.of(values).mapToInt(Math::toIntExact).toArray();
        return OnnxTensor.createTensor(environment, IntBuffer.wrap(narrow), sizes);
    }
}
