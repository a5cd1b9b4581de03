package relrep.models.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Numbers;
import relrep.api.data.Shape;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.Setting;
import relrep.files.Checksum;
import relrep.nd4j.Nd4jEngine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tests encoders by Keras files against results by hand. */
final class KerasEncoderTest {
    private static final Nd4jEngine ENGINE = Nd4jEngine.start();
    private static final Inputs VECTORS = Inputs.of(Matrix.of(2, 2, 1, 2, -1, 0.5f));

    /** x W + b, with W and b of {@link KerasFiles}. */
    private static final float[] HIDDEN = {1, 14, 26, -1, 8.5f, 21.5f};

    @TempDir private static Path folder;

    private static KerasEncoder encoder(Path file, String layer) {
        return new KerasEncoder(ENGINE).with(new LayerOptions(file.toString(), layer, 0));
    }

    private static KerasEncoder ready(Path file, String layer) {
        KerasEncoder encoder = encoder(file, layer);
        encoder.prepare(Setting.standard().places(), Run.quiet(Seed.of(1)));
        return encoder;
    }

    private static String refusal(Executable work) {
        return assertThrows(InvalidInputException.class, work).getMessage();
    }

    @Test
    void latentsAreWhatTheHeadTakes() {
        for (Path file :
                new Path[] {
                    KerasFiles.row(folder.resolve("row.h5")),
                    KerasFiles.graph(folder.resolve("graph.h5"))
                }) {
            KerasEncoder encoder = ready(file, "");
            assertEquals(3, encoder.width());
            assertArrayEquals(HIDDEN, encoder.encode(VECTORS).toArray());
            Matrix scores = ready(file, "classes").encode(VECTORS);
            // 1 + 26 and 14 + 26, softmax
            assertEquals(1 / (1 + Math.exp(13)), scores.get(0, 0), 1e-9);
            assertEquals(
                    Map.of(file.getFileName().toString(), Checksum.of(file)), encoder.checksums());
        }
    }

    @Test
    void picturesHaveTheirChannelsLastInKeras() {
        Path file = KerasFiles.pictures(folder.resolve("pictures.h5"));
        KerasEncoder encoder = ready(file, "");
        assertEquals(2, encoder.width());
        Inputs picture =
                new Numbers(
                        // channel 0: 1 2 3, 4 5 6; channel 1: 7 8 9, 10 11 12
                        Matrix.of(1, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                        new Shape(2, 2, 3));
        assertArrayEquals(
                new float[] {1 + 110 + 0.5f, 2 + 120 + 0.5f}, encoder.encode(picture).toArray());
        assertEquals(
                "samples must be pictures of channels × height × width = 2 × 2 × 3 for "
                        + file
                        + ", and have the shape 2×3×2",
                refusal(() -> encoder.encode(new Numbers(picture.numbers(), new Shape(2, 3, 2)))));
    }

    @Test
    void badFilesAreRefused() throws IOException {
        assertEquals(
                "model must be a file of Keras', and none is given: keras(model=FILE)",
                refusal(() -> new KerasEncoder(ENGINE).width()));
        Path missing = folder.resolve("missing.h5");
        assertEquals(
                missing + " must be readable, but is not: there is no such file",
                refusal(() -> encoder(missing, "").width()));
        Path text = Files.writeString(folder.resolve("text.h5"), "not HDF5".repeat(200));
        String unfit = " must be a Keras model in an HDF5 file that DL4J understands, but is not: ";
        assertTrue(refusal(() -> encoder(text, "").width()).startsWith(text + unfit));
        Path newer = KerasFiles.write(folder.resolve("newer.h5"), "{}", Map.of(), "4.1.0");
        assertEquals(
                newer + unfit + "it is of version 4.1.0, and 1 to 3 are known",
                refusal(() -> encoder(newer, "").width()));
        Path depthwise =
                KerasFiles.write(
                        folder.resolve("depthwise.h5"),
                        "{\"class_name\": \"Sequential\", \"config\": {\"layers\":"
                                + " [{\"class_name\": \"DepthwiseConv2D\", \"config\": {}}]}}",
                        Map.of(),
                        "2.15.0");
        assertEquals(
                depthwise + unfit + "it has a layer DepthwiseConv2D, which DL4J fails to compute",
                refusal(() -> encoder(depthwise, "").width()));
        Path bare = KerasFiles.withoutWeights(folder.resolve("bare.h5"));
        assertEquals(3, encoder(bare, "").width());
        assertEquals(
                bare + " must have the weights of its layer hidden, but has not: no group",
                refusal(() -> ready(bare, "")));
        Path row = KerasFiles.row(folder.resolve("good.h5"));
        assertEquals(
                "layer must be one of " + row + ", which has hidden, classes, and not 'last'",
                refusal(() -> encoder(row, "last").width()));
        assertEquals(
                "samples must be vectors of 2 numbers for " + row + ", and have the shape 1×1×3",
                refusal(() -> ready(row, "").encode(Inputs.of(Matrix.of(1, 3, 1, 2, 3)))));
    }
}
