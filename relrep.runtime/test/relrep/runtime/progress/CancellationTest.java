package relrep.runtime.progress;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.run.CancelledException;

import java.util.ArrayList;
import java.util.List;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> told = new ArrayList<>();

    @Test
    void tellsEverybodyOnceAndKeepsTheFirstReason() {
        assertDoesNotThrow(cancellation::check);
        cancellation.onCancel(() -> told.add("early"));
        cancellation.cancel("first");
        cancellation.cancel("second");
        cancellation.onCancel(() -> told.add("late"));
        assertEquals(List.of("early", "late"), told);
        assertEquals(
                "first", assertThrows(CancelledException.class, cancellation::check).getMessage());
    }

    @Test
    void tellsNobodyWhoWasLetGo() {
        cancellation.onCancel(() -> told.add("forgotten"));
        cancellation.release();
        cancellation.cancel("too late");
        assertEquals(List.of(), told);
    }
}
