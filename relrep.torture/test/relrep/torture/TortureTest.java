package relrep.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A little of everything that {@code ./relrep torture} does, against the real command. */
class TortureTest {
    @ParameterizedTest
    @ValueSource(strings = {"kill-run", "kill-apply", "damaged-csv", "damaged-npy", "bomb"})
    void nothingIsLost(String kind) {
        assertEquals(0, Main.execute(kind, "--kills=4", "--inputs=400", "--replacements=4"));
    }

    @Test
    void anUnknownKindIsRefused() {
        assertEquals(2, Main.execute("earthquake"));
    }
}
