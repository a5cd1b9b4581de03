package relrep.workbench.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.workbench.progress.Cancellation;
import relrep.workbench.progress.Display;
import relrep.workbench.progress.Progress;

import java.util.concurrent.atomic.AtomicBoolean;

class ParallelForTest {
    private static final Run QUIET = Run.quiet(Seed.of(1));

    @Test
    void everyPieceIsDoneOnce() {
        int[] done = new int[100];
        ParallelFor.each(done.length, QUIET, (number, wanted) -> done[number] += number);
        int[] expected = new int[done.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = i;
        }
        assertArrayEquals(expected, done);
        ParallelFor.each(
                0,
                QUIET,
                (number, wanted) -> {
                    throw new AssertionError();
                });
    }

    @Test
    void whatAPieceThrowsComesOutWhicheverThreadDidIt() {
        for (int fails = 0; fails < 8; fails++) {
            int bad = fails;
            IllegalStateException thrown =
                    assertThrows(
                            IllegalStateException.class,
                            () ->
                                    ParallelFor.each(
                                            8,
                                            QUIET,
                                            (number, wanted) -> {
                                                if (number == bad) {
                                                    throw new IllegalStateException("bad");
                                                }
                                            }));
            assertEquals("bad", thrown.getMessage());
        }
    }

    @Test
    void aCancelEndsTheWorkAndPiecesUnderWayCanTell() {
        Cancellation cancellation = new Cancellation();
        Thread caller = Thread.currentThread();
        AtomicBoolean last = new AtomicBoolean();
        try (Progress progress =
                new Progress(Seed.of(1), cancellation, Display.none(), System::nanoTime)) {
            assertThrows(
                    CancelledException.class,
                    () ->
                            ParallelFor.each(
                                    1000,
                                    progress.run(),
                                    (number, wanted) -> {
                                        cancellation.cancel("interrupted");
                                        // a helper is under way until the caller has heard of it
                                        while (Thread.currentThread() != caller
                                                && wanted.getAsBoolean()) {
                                            Thread.onSpinWait();
                                        }
                                        if (number == 999 && wanted.getAsBoolean()) {
                                            last.set(true);
                                        }
                                    }));
        }
        assertFalse(last.get());
    }
}
