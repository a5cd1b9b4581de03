package relrep.runtime.cell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.runtime.cell.CellResult.Detail;
import relrep.runtime.cell.CellResult.Finding;
import relrep.workbench.tensor.CorruptEntryException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

class CellFormatTest {
    private static final CellResult RESULT =
            new CellResult(
                    OptionalInt.of(300),
                    List.of(
                            new Finding(
                                    "jaccard",
                                    0.1 + 0.2,
                                    new float[] {0.1f, Float.NaN, 3e-42f},
                                    ""),
                            Finding.none("mse", "needs equal widths, there are 2 and 3")),
                    List.of(new Detail("rigid", Map.of("residual", 1e-17))));

    @TempDir private Path folder;

    @Test
    void aResultIsReadAsItWasWrittenToTheLastBit() throws IOException {
        Path file = folder.resolve("a.json");
        new CellFormat().write(RESULT, file);
        CellResult read = new CellFormat().read(file);
        assertEquals(RESULT.anchors(), read.anchors());
        assertEquals(RESULT.details(), read.details());
        assertEquals(0.1 + 0.2, read.findings().get(0).value());
        assertArrayEquals(RESULT.findings().get(0).perSample(), read.findings().get(0).perSample());
        assertTrue(Double.isNaN(read.findings().get(1).value()));
        assertEquals("needs equal widths, there are 2 and 3", read.findings().get(1).note());
    }

    @Test
    void everyTruncationAndEveryChangedByteIsNoticed() throws IOException {
        Path file = folder.resolve("a.json");
        new CellFormat().write(RESULT, file);
        byte[] whole = Files.readAllBytes(file);
        Path broken = folder.resolve("b.json");
        for (int i = 0; i < whole.length; i++) {
            Files.write(broken, java.util.Arrays.copyOf(whole, i));
            assertThrows(CorruptEntryException.class, () -> new CellFormat().read(broken));
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(broken, changed);
            assertThrows(CorruptEntryException.class, () -> new CellFormat().read(broken));
        }
    }
}
