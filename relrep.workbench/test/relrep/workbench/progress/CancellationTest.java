package relrep.workbench.progress;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.run.CancelledException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

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

    @Test
    void oneThreadHasTheLastWordAsOftenAsItLikes() throws Exception {
        AtomicReference<Thread> lastWord = new AtomicReference<>();
        Cancellation shared = new Cancellation(lastWord, new AtomicReference<>());
        assertTrue(shared.takeLastWord());
        assertTrue(shared.takeLastWord());
        assertFalse(CompletableFuture.supplyAsync(shared::takeLastWord).get());
        assertSame(Thread.currentThread(), lastWord.get());
    }
}
