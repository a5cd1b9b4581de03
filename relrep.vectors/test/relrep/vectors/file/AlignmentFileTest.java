package relrep.vectors.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.alignment.AlignmentState;
import relrep.api.data.Matrix;
import relrep.api.model.NetworkState;
import relrep.api.run.InvalidInputException;
import relrep.api.transform.TransformState;
import relrep.vectors.prepare.KeptTransforms;
import relrep.workbench.plugins.Expression;
import relrep.workbench.tensor.Safetensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class AlignmentFileTest {
    private static final AlignmentFile MAP =
            new AlignmentFile(
                    Expression.parse("ridge(lambda=2)"),
                    new AlignmentState(
                            Map.of("weight", Matrix.of(2, 1, 0.1f, -3)),
                            Map.of("a", "b"),
                            Map.of("residual", 0.1)),
                    Map.of("source-width", "2"));

    private static final AlignmentFile TRANSFORMED =
            new AlignmentFile(
                    MAP.aligner(),
                    MAP.state(),
                    MAP.facts(),
                    new KeptTransforms(List.of(kept("centre", 1), kept("pca(width=2)", 2))),
                    new KeptTransforms(List.of(kept("l2", 3))));

    @TempDir Path folder;

    private static KeptTransforms.Kept kept(String name, float value) {
        return new KeptTransforms.Kept(
                Expression.parse(name),
                new TransformState(
                        Map.of("weight", Matrix.of(1, 1, value)),
                        Map.of("width", "2"),
                        Map.of("rank", 1.5)));
    }

    @Test
    void transformsAreReadAsTheyWereWritten() throws IOException {
        Path file = folder.resolve("map.safetensors");
        TRANSFORMED.write(file);
        assertEquals(TRANSFORMED, AlignmentFile.read(file));
    }

    /** A reader that knows no transforms must refuse a map that has some. */
    @Test
    void onlyAMapWithTransformsHasTheSecondVersion() throws IOException {
        Path file = folder.resolve("map.safetensors");
        MAP.write(file);
        assertEquals("1", Safetensors.read(file).attributes().get("relrep.map"));
        TRANSFORMED.write(file);
        assertEquals("2", Safetensors.read(file).attributes().get("relrep.map"));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        Path file = folder.resolve("map.safetensors");
        MAP.write(file);
        MAP.write(file);
        assertEquals(MAP, AlignmentFile.read(file));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void refusesAPlaceWhereNoFileCanBe() {
        Path lost = folder.resolve("no/map.safetensors");
        AlignmentFile.requirePlace(folder.resolve("map.safetensors"));
        assertEquals(
                lost + " must be writable, but is not: there is no such folder",
                assertThrows(InvalidInputException.class, () -> AlignmentFile.requirePlace(lost))
                        .getMessage());
        assertEquals(
                folder + " must be a file to write to, but is a folder",
                assertThrows(InvalidInputException.class, () -> AlignmentFile.requirePlace(folder))
                        .getMessage());
    }

    @Test
    void refusesWhatIsNoMap() throws IOException {
        Path file = folder.resolve("map.safetensors");
        assertRefused(file, "there is no file '%s'".formatted(file));
        Safetensors.write(new NetworkState(Map.of("w", Matrix.of(1, 1, 1)), Map.of()), file);
        assertRefused(
                file,
                file
                        + " must be a map of version 1 or 2, as 'relrep align' writes it, but its"
                        + " metadata have no map");
    }

    @Test
    void refusesAMapCutOffAnywhere() throws IOException {
        refusesCutOff(MAP);
        refusesCutOff(TRANSFORMED);
    }

    private void refusesCutOff(AlignmentFile map) throws IOException {
        Path file = folder.resolve("map.safetensors");
        map.write(file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            String message =
                    assertThrows(InvalidInputException.class, () -> AlignmentFile.read(file))
                            .getMessage();
            assertTrue(message.startsWith(file.toString()), message);
        }
    }

    private static void assertRefused(Path file, String sentence) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> AlignmentFile.read(file))
                        .getMessage());
    }
}
