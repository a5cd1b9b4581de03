package relrep.vectors.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.alignment.AlignmentState;
import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.tck.mutant.Damage;
import relrep.workbench.plugins.Expression;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;

/** Damages maps a thousand times; each is refused by name or read unchanged. */
@Tag("slow")
class DamageTest {
    private static final int TIMES = 1_000;
    private static final AlignmentFile MAP =
            new AlignmentFile(
                    Expression.parse("ridge(lambda=2)"),
                    new AlignmentState(
                            Map.of("weight", Matrix.of(2, 1, 0.1f, -3)),
                            Map.of("scale", "0.5"),
                            Map.of("residual", 0.1)),
                    Map.of("source-width", "2"));
    @TempDir Path folder;

    private static void requireSentence(InvalidInputException refused, String name) {
        String told = refused.getMessage();
        assertTrue(told.contains(name), told);
        assertEquals(1, told.lines().count(), told);
        assertTrue(told.length() < 1_000, told.length() + " letters");
    }

    /** Also what stands in the metadata is under a checksum, so that nothing else is ever read. */
    @Test
    void aMapIsWhatItWasOrRefused() throws IOException {
        Path file = folder.resolve("map.safetensors");
        MAP.write(file);
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < TIMES; i++) {
            Files.write(file, Damage.of(whole, random));
            try {
                AlignmentFile read = AlignmentFile.read(file);
                assertEquals(MAP.aligner(), read.aligner());
                assertEquals(MAP.state().tensors(), read.state().tensors());
            } catch (InvalidInputException refused) {
                requireSentence(refused, file.toString());
            }
        }
    }

    /** As other programs write them, without our checksums. */
    @Test
    void aMapWithoutChecksumsIsReadOrRefused() throws IOException {
        Path file = folder.resolve("map.safetensors");
        MAP.write(file);
        String whole = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        byte[] bare =
                whole.replace("relrep.sha256", "other.sha256s")
                        .getBytes(StandardCharsets.ISO_8859_1);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < TIMES; i++) {
            Files.write(file, Damage.of(bare, random));
            try {
                AlignmentFile.read(file);
            } catch (InvalidInputException refused) {
                requireSentence(refused, file.toString());
            }
        }
    }
}
