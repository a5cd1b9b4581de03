package relrep.api.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+a",
                "-a",
                "-5 apples",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                "-",
                "'=1",
                "'-5",
                "''@x"
            })
    void whatBeginsAFormulaIsText(String text) {
        String cell = SpreadsheetText.written(text);
        assertEquals("'" + text, cell);
        assertEquals(text, SpreadsheetText.read(cell));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a=b",
                "1",
                "-5",
                "+5",
                "-1.5E-7",
                "-.5",
                "+3.",
                "-Infinity",
                "'",
                "'a",
                " =1",
                "don't",
                "ä"
            })
    void anythingElseIsAsItIs(String text) {
        assertEquals(text, SpreadsheetText.written(text));
        assertEquals(text, SpreadsheetText.read(text));
    }
}
