package relrep.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class FigureNumbersTest {
    @Test
    void noCellIsAFormula() {
        FigureNumbers numbers = new FigureNumbers("label", "x");
        numbers.line("=1,2", -1.5);
        numbers.line("@a", Double.NaN);
        assertEquals(
                "label,x\n\"'=1,2\",-1.5\n'@a,\n",
                new String(numbers.csv(), StandardCharsets.UTF_8));
    }
}
