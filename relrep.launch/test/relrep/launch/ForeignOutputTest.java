package relrep.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

class ForeignOutputTest {
    private final ByteArrayOutputStream to = new ByteArrayOutputStream();
    private final PrintStream foreign = new ForeignOutput(to).stream();

    private String written() {
        return to.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nothingInItControlsATerminal() {
        foreign.println("\u001b]0;title\u0007 and\ttab\rback ü");
        assertEquals(
                "\\u001B]0;title\\u0007 and\ttab\\rback ü\n",
                written().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void aLetterOfSeveralBytesStaysOne() {
        for (byte one : "ü€".getBytes(StandardCharsets.UTF_8)) {
            foreign.write(one);
        }
        foreign.flush();
        assertEquals("ü€", written());
    }

    @Test
    void closingItLosesNothing() {
        foreign.print("begun");
        foreign.close();
        assertEquals("begun", written());
    }
}
