package relrep.workbench.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class ProgressTest {
    private final List<ProgressSnapshot> shown = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private long seconds;

    private final Progress progress =
            new Progress(Seed.of(7), cancellation, new Recorder(), () -> seconds * 1_000_000_000L);
    private final Run run = progress.run();

    private ProgressSnapshot last() {
        return shown.get(shown.size() - 1);
    }

    private void stepAt(long second, Run part, long done, long total) {
        seconds = second;
        part.step(done, total);
    }

    @Test
    void partsAddUpByTheirShares() {
        Run first = run.part("first", 0.5);
        Run second = run.part("second", 0.5);
        first.step(1, 2);
        assertEquals(0.25, last().fraction());
        second.step(1, 1);
        assertEquals(0.75, last().fraction());
        first.part("inner", 1).step(3, 4);
        assertEquals(0.875, last().fraction());
        assertEquals("first: inner", last().part());
        assertEquals(0.75, last().partFraction());
    }

    @Test
    void theWholeNeverGoesBackwardsNorPastItsEnd() {
        run.step(3, 4);
        run.step(1, 4);
        assertEquals(0.75, last().fraction());
        run.part("again", 1).step(1, 1);
        run.part("again", 7).step(1, 1);
        assertEquals(1, last().fraction());
    }

    @Test
    void numbersThatMakeNoSenseAreClamped() {
        run.step(5, 0);
        assertEquals(0, last().fraction());
        run.step(-5, 10);
        assertEquals(0, last().fraction());
        run.step(50, 10);
        assertEquals(1, last().fraction());
    }

    @Test
    void nothingIsSaidOfTheTimeLeftBeforeASecondHasPassed() {
        run.step(1, 2);
        assertEquals(Optional.empty(), last().left());
    }

    /** As a network learns: the first tenths of a second do as good as nothing. */
    @Test
    void workThatBeginsSlowlyDoesNotPromiseThatItWillTakeForEver() {
        int tenths = 0;
        Recorder recorder = new Recorder();
        long[] nanos = {0};
        Progress slow = new Progress(Seed.of(7), cancellation, recorder, () -> nanos[0]);
        double done = 0;
        List<Double> promised = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        while (done < 0.99) {
            tenths++;
            nanos[0] = tenths * 100_000_000L;
            done += 0.004 * Math.min(1, Math.pow(tenths / 40.0, 2));
            slow.run().step(Math.round(done * 1e6), 1_000_000);
            Optional<Duration> left = last().left();
            if (left.isPresent()) {
                promised.add(left.get().toMillis() / 1000.0);
                right.add((1 - done) / 0.04 + Math.max(0, 40 - tenths) / 20.0);
            }
        }
        assertTrue(promised.size() > 200, "it is said for most of the time");
        for (int i = 0; i < promised.size(); i++) {
            double ratio = promised.get(i) / right.get(i);
            assertTrue(ratio > 0.5 && ratio < 2, promised.get(i) + " s, not " + right.get(i));
        }
    }

    @Test
    void theTimeLeftFollowsThePace() {
        stepAt(10, run, 1, 10);
        assertEquals(Optional.of(Duration.ofSeconds(90)), last().left());
        assertEquals(Duration.ofSeconds(10), last().elapsed());
    }

    @Test
    void whatCameOutOfTheCacheDoesNotPromiseThatTheRestWill() {
        stepAt(0, run, 90, 100);
        for (int i = 1; i <= 10; i++) {
            stepAt(10L * i, run, 90 + i / 2, 100);
        }
        assertEquals(0.95, last().fraction(), 1e-12);
        Duration left = last().left().orElseThrow();
        assertTrue(left.compareTo(Duration.ofSeconds(60)) > 0, left::toString);
    }

    @Test
    void aPartHasATimeLeftOfItsOwn() {
        seconds = 100;
        Run part = run.part("cell", 0.1);
        stepAt(102, part, 1, 2);
        assertEquals(Optional.of(Duration.ofSeconds(2)), last().partLeft());
    }

    @Test
    void theSeedOfAPartIsTheBranchOfItsName() {
        assertEquals(Seed.of(7), run.seed());
        assertEquals(Seed.of(7).branch("a").branch("b"), run.part("a", 0).part("b", 1).seed());
    }

    @Test
    void aCancelSurfacesInTheNextStepOfEveryPartWithItsFirstReason() {
        Run part = run.part("a", 1);
        part.step(0, 1);
        cancellation.cancel("interrupted");
        cancellation.cancel("terminated");
        CancelledException end = assertThrows(CancelledException.class, () -> part.step(1, 1));
        assertEquals("interrupted", end.getMessage());
        assertThrows(CancelledException.class, () -> run.step(1, 1));
        assertEquals(0, last().fraction());
    }

    @Test
    void whoListensIsToldOfACancelOnceAlsoWhenLate() {
        List<String> heard = new ArrayList<>();
        cancellation.onCancel(() -> heard.add("early"));
        assertFalse(cancellation.cancelled());
        cancellation.cancel("interrupted");
        cancellation.cancel("interrupted");
        cancellation.onCancel(() -> heard.add("late"));
        assertEquals(List.of("early", "late"), heard);
    }

    @Test
    void aNoteIsToldOnce() {
        run.note("the cache is read-only");
        run.part("a", 1).note("the cache is read-only");
        assertEquals(List.of("the cache is read-only"), notes);
    }

    /** A run that has counted to the end may still be busy, or hang. */
    @Test
    void itIsOverWhenThatIsSaidAndNotBefore() {
        run.part("cell", 1).step(10, 10);
        run.step(1, 1);
        assertEquals(1, last().fraction());
        assertFalse(last().over());
        assertEquals("answer", progress.done("answer"));
        assertTrue(last().over());
        assertEquals(1, last().fraction());
    }

    @Test
    void nothingIsShownAfterTheEnd() {
        progress.close();
        progress.close();
        run.step(1, 1);
        run.note("late");
        assertEquals(List.of("closed"), notes);
        assertEquals(List.of(), shown);
    }

    @Test
    void partsOfSeveralThreadsAddUp() {
        int parts = 64;
        IntStream.range(0, parts)
                .parallel()
                .forEach(
                        i -> {
                            Run part = run.part("cell " + i, 1.0 / parts);
                            for (int step = 1; step <= 100; step++) {
                                part.step(step, 100);
                            }
                        });
        assertEquals(1, last().fraction(), 1e-9);
        assertEquals(6400, shown.size());
        for (int i = 1; i < shown.size(); i++) {
            assertTrue(shown.get(i).fraction() >= shown.get(i - 1).fraction());
        }
    }

    private final class Recorder implements Display {
        @Override
        public void show(ProgressSnapshot standing) {
            shown.add(standing);
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }

        @Override
        public void close() {
            notes.add("closed");
        }
    }
}
