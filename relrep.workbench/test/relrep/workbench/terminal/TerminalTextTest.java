package relrep.workbench.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;

import java.util.Map;

class TerminalTextTest {
    private static final String ESC = "\u001B";

    @Test
    void plainTextIsTheSame() {
        String plain = "ä ñ → 点 \uD83D\uDE00 'x' \\n <b>";
        assertSame(plain, TerminalText.line(plain));
        assertSame(plain, TerminalText.lines(plain));
    }

    @Test
    void whatControlsATerminalIsShown() {
        assertEquals("a\\u001B[31mb", TerminalText.line("a" + ESC + "[31mb"));
        assertEquals("\\u0007\\u009B2J\\u007F", TerminalText.line("\u0007\u009B2J\u007F"));
        assertEquals("x\\u202Eexe.npy", TerminalText.line("x\u202Eexe.npy"));
        assertEquals("a\\nb\\tc\\r", TerminalText.line("a\nb\tc\r"));
        assertEquals("a\nb\tc\\r\\u001B", TerminalText.lines("a\nb\tc\r" + ESC));
    }

    @Test
    void jsonMeansTheSame() {
        Map<String, String> value = Map.of("key", "a" + ESC + "\u009B\u202E\n\u007Fü");
        String json = new GsonBuilder().setPrettyPrinting().create().toJson(value);
        String safe = TerminalText.json(json);
        assertTrue(safe.chars().noneMatch(c -> c == 0x9B || c == 0x202E || c == 0x7F), safe);
        assertEquals(JsonParser.parseString(json), JsonParser.parseString(safe));
    }
}
