package relrep.onnx;

import static relrep.onnx.OnnxBytes.FLOAT;
import static relrep.onnx.OnnxBytes.INT64;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Models small enough to compute by hand, with a tokenizer of ten words. The token <i>i</i> of the
 * table has the vector (i, i², 1).
 */
final class TinyModels {
    private static final int WORDS = 10;

    private final Path folder;

    TinyModels(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    }

    /** Returns a tokenizer of words, which puts [CLS] and [SEP] around a text. */
    private static String tokenizer() {
        return """
        {"version": "1.0", "truncation": null, "padding": null,
         "added_tokens": [
          {"id": 1, "content": "[CLS]", "special": true, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false},
          {"id": 2, "content": "[SEP]", "special": true, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false}],
         "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "WhitespaceSplit"},
         "post_processor": {"type": "TemplateProcessing",
          "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
          "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
          "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [1], "tokens": ["[CLS]"]}, "[SEP]": {"id": "[SEP]", "ids": [2], "tokens": ["[SEP]"]}}},
         "decoder": null,
         "model": {"type": "WordLevel", "unk_token": "[UNK]",
          "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "river": 3, "boat": 4, "court": 5, "law": 6, "goal": 7, "team": 8, "atom": 9}}}
        """;
    }

    private static float[] table() {
        float[] table = new float[3 * WORDS];
        for (int i = 0; i < WORDS; i++) {
            table[3 * i] = i;
            table[3 * i + 1] = i * i;
            table[3 * i + 2] = 1;
        }
        return table;
    }

    private static OnnxBytes texts() {
        return new OnnxBytes()
                .weights("table", List.of(WORDS, 3), table())
                .input("input_ids", INT64, 0, -1)
                .input("attention_mask", INT64, 0, -1);
    }

    /** Returns a model that gives each token's row of the table. */
    Path lookup() throws IOException {
        return write(
                "lookup.onnx",
                texts().node("Gather", List.of("table", "input_ids"), List.of("tokens"))
                        .output("tokens", FLOAT, 0, -1, 3));
    }

    /** Returns a model that adds a row for the position: (0, 0, 10 · position); it has four. */
    Path positions() throws IOException {
        return write(
                "positions.onnx",
                texts().input("position_ids", INT64, 0, -1)
                        .weights(
                                "embeddings.position_embeddings.weight",
                                List.of(4, 3),
                                new float[] {0, 0, 0, 0, 0, 10, 0, 0, 20, 0, 0, 30})
                        .node("Gather", List.of("table", "input_ids"), List.of("words"))
                        .node(
                                "Gather",
                                List.of("embeddings.position_embeddings.weight", "position_ids"),
                                List.of("places"))
                        .node("Add", List.of("words", "places"), List.of("tokens"))
                        .output("tokens", FLOAT, 0, -1, 3));
    }

    /** Returns a model that rounds each token's row by a scale that the whole batch decides. */
    Path quantised() throws IOException {
        return write(
                "quantised.onnx",
                texts().node("Gather", List.of("table", "input_ids"), List.of("exact"))
                        .node(
                                "DynamicQuantizeLinear",
                                List.of("exact"),
                                List.of("whole", "scale", "zero"))
                        .node(
                                "DequantizeLinear",
                                List.of("whole", "scale", "zero"),
                                List.of("tokens"))
                        .output("tokens", FLOAT, 0, -1, 3));
    }

    /** Returns a model of exactly two texts of exactly five tokens. */
    Path fixed() throws IOException {
        return write(
                "fixed.onnx",
                new OnnxBytes()
                        .weights("table", List.of(WORDS, 3), table())
                        .input("input_ids", OnnxBytes.INT32, 2, 5)
                        .node("Gather", List.of("table", "input_ids"), List.of("tokens"))
                        .output("tokens", FLOAT, 2, 5, 3));
    }

    /** Returns a model of pictures of 2 × 2 × 3: the mean of each channel, as maps of features. */
    Path maps() throws IOException {
        return write(
                "maps.onnx",
                new OnnxBytes()
                        .input("pixels", FLOAT, 0, 2, 2, 3)
                        .node("Abs", List.of("pixels"), List.of("maps"))
                        .output("maps", FLOAT, 0, 2, 2, 3));
    }

    /** Returns a model of pictures of any size that gives their values in a row. */
    Path flat() throws IOException {
        return write(
                "flat.onnx",
                new OnnxBytes()
                        .input("pixels", FLOAT, 0, -1, -2, -3)
                        .node("Flatten", List.of("pixels"), List.of("values"))
                        .output("values", FLOAT, 0, -4));
    }

    /** Returns a model of vectors of three numbers. */
    Path vectors() throws IOException {
        return write(
                "vectors.onnx",
                new OnnxBytes()
                        .input("x", FLOAT, 0, 3)
                        .node("Abs", List.of("x"), List.of("y"))
                        .output("y", FLOAT, 0, 3));
    }

    /** Returns a model with an input that no text has. */
    Path audio() throws IOException {
        return write(
                "audio.onnx",
                texts().input("waveform", FLOAT, 0, -1, -2)
                        .node("Gather", List.of("table", "input_ids"), List.of("tokens"))
                        .output("tokens", FLOAT, 0, -1, 3));
    }

    /** Returns a model whose table lies in a file that is not there. */
    Path external() throws IOException {
        return write(
                "external.onnx",
                new OnnxBytes()
                        .external("table", List.of(WORDS, 3), "table.bin")
                        .input("input_ids", INT64, 0, -1)
                        .node("Gather", List.of("table", "input_ids"), List.of("tokens"))
                        .output("tokens", FLOAT, 0, -1, 3));
    }

    /** Returns a well-formed file with an operator that does not exist. */
    Path unknownOperator() throws IOException {
        return write(
                "unknown.onnx",
                texts().node("Divine", List.of("input_ids"), List.of("tokens"))
                        .output("tokens", FLOAT, 0, -1, 3));
    }

    private Path write(String name, OnnxBytes bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes.model());
    }
}
