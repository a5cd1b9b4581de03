package relrep.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/** Runs a few attempts of every trial of {@code ./relrep torture} against the real command. */
class TortureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kill",
                "share",
                "bad-plugin",
                "hot-replacement",
                "damaged",
                "bomb",
                "harsh"
            })
    void nothingIsLost(String kind) {
        assertEquals(
                0,
                Main.execute(kind, "--kills=8", "--inputs=500", "--replacements=8", "--at-most=4"));
    }

    @Test
    void nothingIsLostByTermination() {
        assertEquals(0, Main.execute("terminate", "--kills=16", "--at-most=1"));
    }

    @Test
    void nothingIsLostByCtrlC() throws IOException {
        assumeTrue(Ending.INTERRUPT.isHeard(), "started where SIGINT is ignored");
        assertEquals(0, Main.execute("interrupt", "--kills=16", "--at-most=1"));
    }

    @Test
    void anUnknownKindIsRefused() {
        assertEquals(2, Main.execute("earthquake"));
    }
}
