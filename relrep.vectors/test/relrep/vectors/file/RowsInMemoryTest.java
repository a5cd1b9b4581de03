package relrep.vectors.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.run.UnavailableException;

class RowsInMemoryTest {
    @Test
    void whatDoesNotFitIsRefusedWithAWayOn() {
        assertEquals(
                "align holds its rows at once: 25000000 pairs of 384 and 384 coordinates are 76.8"
                        + " GB, and Java may take 0.5 GB; a few thousand pairs are enough for most"
                        + " maps, so list some in anchors=FILE for an aligner that reads these"
                        + " alone, or cut both files, or RELREP_JAVA_OPTIONS=-Xmx116g gives it"
                        + " more",
                assertThrows(
                                UnavailableException.class,
                                () ->
                                        RowsInMemory.require(
                                                "align", 25_000_000, 384, 384, 512_000_000))
                        .getMessage());
        assertDoesNotThrow(() -> RowsInMemory.require("align", 1000, 3, 5, 32_000));
    }
}
