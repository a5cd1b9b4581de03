package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.cli.command.TextPage.Tone;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;

class TextPageTest {
    private static String printed(int width, boolean colours, Consumer<TextPage> printer) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        printer.accept(new TextPage(out, width, colours));
        out.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void nothingThatControlsATerminalIsPrinted() {
        String evil = "a\u001B[2Jb";
        String plain = "a\\u001B[2Jb";
        List<List<String>> rows = List.of(List.of(evil, "x"), List.of("c\nd", evil));
        String both =
                printed(
                        80,
                        false,
                        page -> {
                            page.line(evil);
                            page.line(Tone.BAD, evil, evil);
                            page.heading(evil);
                            page.text(evil);
                            page.table(List.of("A", "B"), rows);
                            page.wrapped(List.of("A", "B"), rows);
                        });
        assertEquals(-1, both.indexOf('\u001B'), both);
        String table = "A            B\n%s  x\nc\\nd         %s\n".formatted(plain, plain);
        assertEquals(
                plain + "\n" + plain + plain + "\n" + plain + "\n" + plain + "\n" + table + table,
                both);
    }

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertEquals(
                "A    BB\nabc  d\n",
                printed(
                        80,
                        false,
                        page -> page.table(List.of("A", "BB"), List.of(List.of("abc", "d")))));
    }

    @Test
    void theLastColumnIsBrokenBetweenWords() {
        List<List<String>> rows =
                List.of(
                        List.of("k", "how many neighbours of a sample are looked at"),
                        List.of("long", "x".repeat(40)));
        assertEquals(
                """
                OPTION  MEANING
                k       how many neighbours of a
                        sample are looked at
                long    xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                        xxxxxxxxxx
                """,
                printed(38, false, page -> page.wrapped(List.of("OPTION", "MEANING"), rows)));
    }

    @Test
    void toneIsForThoseWhoSeeIt() {
        assertEquals("well so\n", printed(80, false, page -> page.line(Tone.GOOD, "well", " so")));
        assertEquals(
                "\u001B[32mwell\u001B[0m so\n",
                printed(80, true, page -> page.line(Tone.GOOD, "well", " so")));
    }
}
