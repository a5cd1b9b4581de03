package relrep.runtime.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class ComputeOnceMapTest {
    private final ComputeOnceMap<String, Object> memo = new ComputeOnceMap<>();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void aValueIsMadeOnceForManyThreads() throws InterruptedException {
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> memo.get("a", made::incrementAndGet));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, made.get());
    }

    @Test
    void aFailureIsRememberedUntilItIsForgotten() {
        IllegalStateException failure = new IllegalStateException();
        for (int i = 0; i < 2; i++) {
            assertSame(
                    failure,
                    assertThrows(
                            IllegalStateException.class,
                            () ->
                                    memo.get(
                                            "a",
                                            () -> {
                                                made.incrementAndGet();
                                                throw failure;
                                            })));
        }
        assertEquals(1, made.get());
        memo.forget("a");
        assertEquals("value", memo.get("a", () -> "value"));
    }
}
