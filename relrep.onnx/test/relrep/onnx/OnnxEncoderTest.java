package relrep.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Numbers;
import relrep.api.data.Shape;
import relrep.api.model.Encoder;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.files.Checksum;
import relrep.onnx.OnnxEncoder.Options;
import relrep.onnx.model.Pooling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Encodes by models that are computed by hand as well. */
final class OnnxEncoderTest {
    @TempDir private static Path folder;

    private static TinyModels models;

    @BeforeAll
    static void writeModels() throws IOException {
        models = new TinyModels(folder);
    }

    private static DataPlaces places() {
        return NativesFolder.places();
    }

    private static Options options(Path model, Pooling pooling) {
        return new Options(model.toString(), "", pooling, "", 0, false, "", 0, 1);
    }

    private static Encoder prepared(Options options) {
        Encoder encoder = new OnnxEncoder().with(options);
        encoder.prepare(places(), Run.quiet(Seed.of(1)));
        return encoder;
    }

    private static Encoder prepared(Path model, Pooling pooling) {
        return prepared(options(model, pooling));
    }

    private static Inputs texts(String... texts) {
        return Inputs.of(List.of(texts));
    }

    private static String refusal(Options options) {
        return assertThrows(InvalidInputException.class, () -> prepared(options)).getMessage();
    }

    @Test
    void meansTheTokensOfEachText() throws IOException {
        Encoder encoder = prepared(models.lookup(), Pooling.MEAN);
        // [CLS] river [SEP] is 1 3 2; [CLS] boat boat team [SEP] is 1 4 4 8 2
        Matrix latents = encoder.encode(texts("River", "boat boat team", ""));
        assertEquals(3, encoder.width());
        assertEquals(Content.TEXT, encoder.takes());
        assertArrayEquals(new float[] {2, 14 / 3f, 1}, latents.row(0));
        assertArrayEquals(new float[] {19 / 5f, 101 / 5f, 1}, latents.row(1));
        assertArrayEquals(new float[] {1.5f, 2.5f, 1}, latents.row(2));
    }

    @Test
    void takesTheFirstTokenForCls() throws IOException {
        Encoder encoder = prepared(models.positions(), Pooling.CLS);
        Matrix latents = encoder.encode(texts("river", "boat law"));
        assertArrayEquals(new float[] {1, 1, 1}, latents.row(0));
        assertArrayEquals(new float[] {1, 1, 1}, latents.row(1));
    }

    @Test
    void countsPositionsFromZero() throws IOException {
        Encoder encoder = prepared(models.positions(), Pooling.MEAN);
        assertArrayEquals(
                new float[] {2, 14 / 3f, 1 + (0 + 10 + 20) / 3f},
                encoder.encode(texts("river")).row(0));
    }

    @Test
    void scalesToLengthOne() throws IOException {
        Options plain = options(models.lookup(), Pooling.MEAN);
        Options normalised =
                new Options(plain.model(), "", Pooling.MEAN, "", 0, true, "goal", 0, 1);
        float[] latents = prepared(normalised).encode(texts("river")).row(0);
        // the prefix stands before the text: 1 7 3 2
        double[] expected = {13 / 4.0, (1 + 49 + 9 + 4) / 4.0, 1};
        double length = Math.hypot(Math.hypot(expected[0], expected[1]), expected[2]);
        for (int i = 0; i < 3; i++) {
            assertEquals((float) (expected[i] / length), latents[i]);
        }
    }

    @Test
    void anyBatchGivesTheSameBytes() throws IOException {
        List<String> words = List.of("river", "boat", "court", "law", "goal", "team", "atom");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(String.join(" ", Collections.nCopies(i % 9, words.get(i % 7))));
        }
        for (Path model : List.of(models.lookup(), models.quantised(), models.fixed())) {
            Encoder encoder = prepared(model, Pooling.MEAN);
            Matrix together = encoder.encode(Inputs.of(all));
            for (int i = 0; i < all.size(); i++) {
                assertArrayEquals(
                        encoder.encode(texts(all.get(i))).row(0), together.row(i), all.get(i));
            }
        }
    }

    @Test
    void truncatesWhatIsTooLongAndSaysSo() throws IOException {
        Encoder encoder = prepared(models.positions(), Pooling.MEAN);
        Inputs inputs = texts("river boat law goal", "atom", "", "river boat");
        Matrix latents = encoder.encode(inputs);
        assertArrayEquals(
                encoder.encode(texts("river boat")).row(0), latents.row(0), "four positions");
        assertEquals(
                List.of(
                        "1 of 4 texts have more than the 4 tokens that the encoder takes; they are"
                                + " truncated",
                        "1 of 4 texts are empty; they are encoded like any other"),
                encoder.notes(inputs));
        assertEquals(List.of(), encoder.notes(texts("atom")));
    }

    @Test
    void averagesMapsOfFeatures() throws IOException {
        Encoder encoder = prepared(models.maps(), Pooling.MEAN);
        Matrix pictures = Matrix.of(1, 12, 1, 2, 3, 4, 5, 9, -1, -1, -1, -1, -1, -7);
        assertEquals(Content.NUMBERS, encoder.takes());
        assertEquals(2, encoder.width());
        assertArrayEquals(
                new float[] {4, 2},
                encoder.encode(new Numbers(pictures, new Shape(2, 2, 3))).row(0));
    }

    @Test
    void takesVectors() throws IOException {
        Encoder encoder = prepared(models.vectors(), Pooling.NONE);
        Matrix vectors =
                Matrix.filled(
                        70,
                        3,
                        memory -> {
                            while (memory.hasRemaining()) {
                                memory.put(-memory.position());
                            }
                        });
        Matrix latents = encoder.encode(Inputs.of(vectors));
        assertEquals(70, latents.rows());
        assertEquals(209, latents.get(69, 2));
        assertEquals(0, encoder.encode(Inputs.of(vectors.rows(0, 0))).rows());
    }

    @Test
    void takesTheWidthWhereTheFileLeavesItOpen() throws IOException {
        Options open = options(models.flat(), Pooling.NONE);
        assertEquals(
                "width must be given for %s, which leaves the width of its output open: values (float, ?×?)"
                        .formatted(models.flat()),
                refusal(open));
        Options given = new Options(open.model(), "", Pooling.NONE, "", 4, false, "", 0, 1);
        Matrix picture = Matrix.of(1, 4, 1, 2, 3, 4);
        assertEquals(picture, prepared(given).encode(new Numbers(picture, new Shape(1, 2, 2))));
        Encoder wrong =
                prepared(new Options(open.model(), "", Pooling.NONE, "", 5, false, "", 0, 1));
        assertEquals(
                "the output 'values' must be 1 × … × 5 for pooling=none, and the model computes [1,"
                        + " 4]",
                assertThrows(
                                InvalidInputException.class,
                                () -> wrong.encode(new Numbers(picture, new Shape(1, 2, 2))))
                        .getMessage());
    }

    @Test
    void refusesPicturesOfAnotherShape() throws IOException {
        Encoder encoder = prepared(models.maps(), Pooling.MEAN);
        Numbers wrong = new Numbers(Matrix.of(1, 12, new float[12]), new Shape(3, 2, 2));
        assertEquals(
                "samples must have the shape that %s takes, pixels (float, ?×2×2×3), and have the shape 3×2×2"
                        .formatted(models.maps()),
                assertThrows(InvalidInputException.class, () -> encoder.encode(wrong))
                        .getMessage());
        Encoder vectors = prepared(models.vectors(), Pooling.NONE);
        assertEquals(
                "samples must have the shape that %s takes, x (float, ?×3), and have 2 numbers"
                        .formatted(models.vectors()),
                assertThrows(
                                InvalidInputException.class,
                                () -> vectors.encode(Matrix.of(1, 2, 1, 2)))
                        .getMessage());
    }

    @Test
    void refusesOtherFiles() throws IOException {
        Path text = Files.writeString(folder.resolve("words.txt"), "this is no model at all");
        assertTrue(
                refusal(options(text, Pooling.MEAN))
                        .startsWith(text + " must be an ONNX model, but is not: "));
        Path part = folder.resolve("part.onnx");
        byte[] whole = Files.readAllBytes(models.lookup());
        Files.write(part, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertTrue(
                refusal(options(part, Pooling.MEAN))
                        .startsWith(part + " must be an ONNX model, but is not: its "));
        Path none = folder.resolve("none.onnx");
        assertEquals(
                none + " must be readable, but is not: there is no such file",
                refusal(options(none, Pooling.MEAN)));
        assertEquals(
                folder + " must be an ONNX model in a file, but is a folder",
                refusal(options(folder, Pooling.MEAN)));
        assertEquals(
                "model must be an ONNX file, and none is given: onnx(model=FILE)",
                refusal(new OnnxEncoder().options()));
        String unknown = refusal(options(models.unknownOperator(), Pooling.MEAN));
        assertTrue(
                unknown.startsWith(
                        models.unknownOperator()
                                + " must be a model that ONNX Runtime takes, but is not: "),
                unknown);
        assertTrue(unknown.contains("Divine"), unknown);
    }

    @Test
    void refusesUnknownInputs() throws IOException {
        assertEquals(
                "%s must take whole numbers of 2 dimensions in input_ids, attention_mask, token_type_ids, position_ids alone, as models of texts do, and it takes waveform (float, ?×?×?)"
                        .formatted(models.audio()),
                refusal(options(models.audio(), Pooling.MEAN)));
    }

    @Test
    void refusesOutputsOfAnotherRank() throws IOException {
        assertEquals(
                "%s must have an output of 2 dimensions (samples × width) for pooling=none, and has tokens (float, ?×?×3); pooling can be mean, cls, none"
                        .formatted(models.lookup()),
                refusal(options(models.lookup(), Pooling.NONE)));
        assertEquals(
                "%s must have an output 'logits' of 3 dimensions (samples × tokens × width) or 4 for pooling=mean, and has tokens (float, ?×?×3); pooling can be mean, cls, none"
                        .formatted(models.lookup()),
                refusal(
                        new Options(
                                models.lookup().toString(),
                                "",
                                Pooling.MEAN,
                                "logits",
                                0,
                                false,
                                "",
                                0,
                                1)));
    }

    @Test
    void needsATokenizer() throws IOException {
        Path alone = Files.createDirectories(folder.resolve("alone")).resolve("lookup.onnx");
        Files.copy(models.lookup(), alone);
        assertEquals(
                "%s needs its tokenizer, and there is no file %s; tokenizer=FILE names another"
                        .formatted(alone, alone.resolveSibling("tokenizer.json")),
                refusal(options(alone, Pooling.MEAN)));
        Files.writeString(alone.resolveSibling("tokenizer.json"), "{}");
        assertEquals(
                "%s must be a tokenizer in the form of tokenizer.json, but is not: Model missing. at line 1 column 2"
                        .formatted(alone.resolveSibling("tokenizer.json")),
                refusal(options(alone, Pooling.MEAN)));
        String tokenizer = folder.resolve("tokenizer.json").toString();
        assertEquals(
                "tokenizer must not be given for %s, which takes numbers, not texts"
                        .formatted(models.vectors()),
                refusal(
                        new Options(
                                models.vectors().toString(),
                                tokenizer,
                                Pooling.NONE,
                                "",
                                0,
                                false,
                                "",
                                0,
                                1)));
    }

    @Test
    void refusesMoreTokensThanPositions() throws IOException {
        assertEquals(
                "length must be at most the 4 positions of %s, not 9".formatted(models.positions()),
                refusal(
                        new Options(
                                models.positions().toString(),
                                "",
                                Pooling.MEAN,
                                "",
                                0,
                                false,
                                "",
                                9,
                                1)));
    }

    @Test
    void needsItsOtherFiles() throws IOException {
        assertEquals(
                "%s must have its weights beside it, in 'table.bin', and there is no such file"
                        .formatted(models.external()),
                refusal(options(models.external(), Pooling.MEAN)));
    }

    @Test
    void givesTheChecksumsOfItsFiles() throws IOException {
        Encoder encoder = prepared(models.lookup(), Pooling.MEAN);
        assertEquals(
                Map.of(
                        "lookup.onnx", Checksum.of(models.lookup()),
                        "tokenizer.json", Checksum.of(folder.resolve("tokenizer.json"))),
                encoder.checksums());
    }
}
