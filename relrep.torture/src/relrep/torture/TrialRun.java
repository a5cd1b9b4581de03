package relrep.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes the attempts of one kind on several threads, and counts the survived ones. */
final class TrialRun {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(20);

    private final Path folder;
    private final long seed;
    private final int jobs;
    private final PrintStream err;
    private long lineAt = System.nanoTime();

    /**
     * Makes it.
     *
     * @param folder the parent of the attempts' folders
     * @param seed decides every attempt
     * @param jobs number of threads
     * @param err receives losses and progress
     */
    TrialRun(Path folder, long seed, int jobs, PrintStream err) {
        this.folder = folder;
        this.seed = seed;
        this.jobs = jobs;
        this.err = err;
    }

    /** Makes the attempts with these numbers. */
    Survival run(Trial trial, List<Integer> numbers) throws InterruptedException {
        Survival survival = new Survival(trial.kind());
        long start = System.nanoTime();
        try (trial) {
            trial.prepare();
            Queue<Integer> next = new ConcurrentLinkedQueue<>(numbers);
            List<Thread> threads = new ArrayList<>();
            int workers = trial.sequential() ? 1 : jobs;
            for (int i = 0; i < workers; i++) {
                Thread thread =
                        new Thread(
                                () -> {
                                    Integer number = next.poll();
                                    while (number != null) {
                                        attempt(trial, number, survival);
                                        progress(survival, numbers.size(), start);
                                        number = next.poll();
                                    }
                                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            survival.found(trial.findings());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            lost(survival, trial.kind(), e);
        }
        return survival;
    }

    private void attempt(Trial trial, int number, Survival survival) {
        Path own = folder.resolve(trial.kind()).resolve("attempt-" + number);
        try {
            Folders.delete(own);
            Files.createDirectories(own);
            trial.attempt(new Attempt(number, Attempt.random(seed, trial.kind(), number), own));
            Folders.delete(own);
        } catch (Loss | IOException | RuntimeException e) {
            lost(survival, "%s:%d (seed %d)".formatted(trial.kind(), number, seed), e);
        } catch (Exception e) {
            lost(survival, trial.kind() + ":" + number, e);
        }
        survival.tried();
    }

    private void lost(Survival survival, String where, Exception e) {
        String what = e instanceof Loss ? e.getMessage() : e.toString();
        survival.lost(where);
        synchronized (err) {
            err.println("relrep: lost: " + where + ": " + what);
        }
    }

    private synchronized void progress(Survival survival, int count, long start) {
        long now = System.nanoTime();
        if (now - lineAt < BETWEEN_LINES.toNanos()) {
            return;
        }
        lineAt = now;
        double done = survival.attempts() / (double) count;
        long left = (long) ((now - start) / done * (1 - done));
        err.printf(
                "relrep: %s, %d lost, %d s to go%n",
                survival.row(), survival.losses(), Duration.ofNanos(left).toSeconds());
    }
}
