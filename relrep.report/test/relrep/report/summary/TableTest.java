package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void linesUp() {
        Table table = new Table().words("bridge").numbers("mse");
        table.row("rigid", "0.7041 ± 0.0786");
        table.row("mlp(factor=2)", "0.5");
        assertEquals(
                """
                | bridge        |             mse |
                | ------------- | --------------: |
                | rigid         | 0.7041 ± 0.0786 |
                | mlp(factor=2) |             0.5 |
                """,
                table.text());
    }

    @Test
    void keepsAStrokeInACell() {
        Table table = new Table().words("a");
        table.row("x|y");
        assertEquals("| a    |\n| ---- |\n| x\\|y |\n", table.text());
    }

    @Test
    void needsACellForEachColumn() {
        Table table = new Table().words("a").words("b");
        assertThrows(IllegalArgumentException.class, () -> table.row("x"));
    }
}
