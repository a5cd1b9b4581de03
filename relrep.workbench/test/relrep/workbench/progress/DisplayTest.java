package relrep.workbench.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;

class DisplayTest {
    private static final String ERASE = "\r\u001B[K";
    private static final String NEWLINE = System.lineSeparator();

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);
    private long millis;
    private int columns = 120;

    private long nanos() {
        return millis * 1_000_000;
    }

    private static ProgressSnapshot at(double fraction) {
        return new ProgressSnapshot(
                fraction,
                Duration.ofSeconds(30),
                Optional.of(Duration.ofSeconds(90)),
                "rigid, seed 2: epoch 12",
                0.5,
                Optional.of(Duration.ofSeconds(9)),
                fraction >= 1);
    }

    private Bar bar() {
        return new Bar("demo", out, () -> columns, this::nanos);
    }

    private LogDisplay lines() {
        return new LogDisplay("demo", out, Duration.ofSeconds(5), this::nanos);
    }

    private String drawn() {
        out.flush();
        String drawn = text.toString();
        text.getBuffer().setLength(0);
        return drawn;
    }

    @Test
    void aBarShowsTheWholeAndThePart() {
        bar().show(at(0.25));
        assertEquals(
                ERASE
                        + "demo [======>                 ] 25 %, 1:30 left"
                        + "  rigid, seed 2: epoch 12 50 %, 0:09",
                drawn());
    }

    @Test
    void aFullBarIsFull() {
        bar().show(
                        new ProgressSnapshot(
                                1,
                                Duration.ofSeconds(1),
                                Optional.empty(),
                                "",
                                1,
                                Optional.empty(),
                                true));
        assertEquals(ERASE + "demo [========================] 100 %", drawn());
    }

    @Test
    void aBarFitsTheTerminal() {
        columns = 44;
        bar().show(at(0.25));
        assertEquals(ERASE + "demo [======>                 ] 25 %, 1:30…", drawn());
    }

    @Test
    void aBarIsDrawnTenTimesASecondAtMostAndAtItsEnd() {
        Bar bar = bar();
        bar.show(at(0.25));
        drawn();
        millis = 99;
        bar.show(at(0.26));
        assertEquals("", drawn());
        bar.show(at(1));
        assertEquals(ERASE + "demo [========================]", drawn().substring(0, 35));
        millis = 250;
        bar.show(at(0.26));
        assertEquals(ERASE + "demo [======> ", drawn().substring(0, 18));
    }

    @Test
    void aNoteStandsAboveTheBar() {
        Bar bar = bar();
        bar.show(at(0.25));
        String line = drawn().substring(ERASE.length());
        bar.note("the cache is read-only");
        assertEquals(ERASE + "the cache is read-only" + NEWLINE + line, drawn());
    }

    @Test
    void aBarLeavesNothingBehind() {
        Bar bar = bar();
        bar.close();
        assertEquals("", drawn());
        bar.show(at(0.25));
        drawn();
        bar.close();
        assertEquals(ERASE, drawn());
    }

    @Test
    void aPlainLineComesEveryFewSecondsAndAtTheEndOnce() {
        LogDisplay lines = lines();
        lines.show(at(0.1));
        assertEquals("", drawn());
        millis = 5000;
        lines.show(at(0.2));
        assertEquals(
                "demo: 20 % after 0:30, 1:30 left; rigid, seed 2: epoch 12" + NEWLINE, drawn());
        millis = 9999;
        lines.show(at(0.3));
        assertEquals("", drawn());
        lines.show(at(1));
        lines.show(at(1));
        assertEquals("demo: 100 % after 0:30" + NEWLINE, drawn());
    }

    @Test
    void nobodySeesADisplayThatShowsNothing() {
        Display none = Display.none();
        none.show(at(0.5));
        none.note("hello");
        none.close();
        assertEquals("", drawn());
    }

    @ParameterizedTest
    @CsvSource({
        "0,0:00",
        "499,0:00",
        "500,0:01",
        "9000,0:09",
        "750000,12:30",
        "3723000,1:02:03",
        "274500000,3 d 04:15",
        "-5,0:00"
    })
    void spansAreWrittenAsPeopleReadThem(long millis, String written) {
        assertEquals(written, DurationFormat.of(Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @CsvSource({
        "0,false,0 %",
        "0.999,false,99 %",
        "1,false,99 %",
        "1.5,false,99 %",
        "1,true,100 %"
    })
    void aHundredPerCentIsAllThatHasEnded(double fraction, boolean over, String written) {
        assertEquals(written, DurationFormat.percent(fraction, over));
    }
}
