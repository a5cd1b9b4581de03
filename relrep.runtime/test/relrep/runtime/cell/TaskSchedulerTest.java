package relrep.runtime.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.workbench.progress.Cancellation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

class TaskSchedulerTest {
    private final List<Thread> left = new ArrayList<>();
    private static final Run QUIET = Run.quiet(Seed.of(1));

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final Cancellation cancellation = new Cancellation();

    private Task task(String label, Set<Integer> after, Task.Work work) {
        return new Task(
                label,
                1,
                after,
                run -> {
                    work.run(run);
                    done.add(label);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void noTaskBeginsBeforeThoseItStandsOn(int jobs) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Set<Integer> after = i < 4 ? Set.of() : Set.of(i / 2, i - 1);
            int number = i;
            tasks.add(
                    task(
                            "t" + i,
                            after,
                            run -> {
                                for (int before : after) {
                                    assertTrue(done.contains("t" + before), number + "");
                                }
                            }));
        }
        TaskScheduler.work(tasks, jobs, QUIET, cancellation, left::addAll);
        assertEquals(40, done.size());
    }

    @Test
    void oneJobTakesTasksInTheirOrder() {
        TaskScheduler.work(
                List.of(
                        task("a", Set.of(), run -> {}),
                        task("b", Set.of(0), run -> {}),
                        task("c", Set.of(), run -> {})),
                1,
                QUIET,
                cancellation,
                left::addAll);
        assertEquals(List.of("a", "b", "c"), done);
    }

    @Test
    void twoJobsWorkAtOnce() {
        CyclicBarrier both = new CyclicBarrier(2);
        Task.Work meet =
                run -> {
                    try {
                        both.await(20, TimeUnit.SECONDS);
                    } catch (Exception alone) {
                        throw new AssertionError(alone);
                    }
                };
        TaskScheduler.work(
                List.of(task("a", Set.of(), meet), task("b", Set.of(), meet)),
                2,
                QUIET,
                cancellation,
                left::addAll);
        assertEquals(2, done.size());
    }

    @Test
    void whatATaskThrowsEndsAllAndComesOut() {
        IllegalStateException failure = new IllegalStateException("x");
        List<Task> tasks =
                List.of(
                        task("a", Set.of(), run -> {}),
                        task(
                                "b",
                                Set.of(0),
                                run -> {
                                    throw failure;
                                }),
                        task("c", Set.of(1), run -> {}));
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> TaskScheduler.work(tasks, 2, QUIET, cancellation, left::addAll)));
        assertEquals(List.of("a"), done);
    }

    @Test
    void aCancelSurfacesAtTheNextStepOfEveryTask() {
        Task.Work untilCancelled =
                run -> {
                    cancellation.cancel("enough");
                    while (true) {
                        run.part("inside", 1).step(0, 1);
                    }
                };
        CancelledException end =
                assertThrows(
                        CancelledException.class,
                        () ->
                                TaskScheduler.work(
                                        List.of(
                                                task("a", Set.of(), untilCancelled),
                                                task("b", Set.of(), untilCancelled),
                                                task("c", Set.of(), untilCancelled)),
                                        2,
                                        QUIET,
                                        cancellation,
                                        left::addAll));
        assertEquals("enough", end.getMessage());
        assertTrue(done.isEmpty());
    }

    @Test
    void aTaskThatNeverLooksUpIsLeftToItself() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch forever = new CountDownLatch(1);
        Task.Work deaf =
                run -> {
                    begun.countDown();
                    boolean ended = false;
                    while (!ended) {
                        try {
                            forever.await();
                            ended = true;
                        } catch (InterruptedException notListening) {
                            // not even to this
                        }
                    }
                };
        Thread user =
                new Thread(
                        () -> {
                            try {
                                begun.await();
                            } catch (InterruptedException impossible) {
                                return;
                            }
                            cancellation.cancel("enough");
                        });
        user.start();
        assertThrows(
                CancelledException.class,
                () ->
                        TaskScheduler.work(
                                List.of(task("a", Set.of(), deaf)),
                                1,
                                QUIET,
                                cancellation,
                                left::addAll));
        assertEquals(List.of("relrep-1"), left.stream().map(Thread::getName).toList());
        forever.countDown();
        user.join();
    }

    @Test
    void anInterruptOfTheCallerIsACancel() {
        Thread.currentThread().interrupt();
        Task.Work stepping =
                run -> {
                    while (true) {
                        run.step(0, 1);
                    }
                };
        assertThrows(
                CancelledException.class,
                () ->
                        TaskScheduler.work(
                                List.of(task("a", Set.of(), stepping)),
                                1,
                                QUIET,
                                cancellation,
                                left::addAll));
        assertFalse(Thread.interrupted());
    }

    @Test
    void noTasksAreDoneAtOnce() {
        TaskScheduler.work(List.of(), 3, QUIET, cancellation, left::addAll);
        assertFalse(cancellation.cancelled());
    }
}
