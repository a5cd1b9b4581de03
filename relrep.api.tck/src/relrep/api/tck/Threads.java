package relrep.api.tck;

import relrep.api.data.Matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs the same work alone and from several threads at once. */
final class Threads {
    private static final int THREADS = 4;
    private static final int WORK = 24;

    private Threads() {}

    /** Checks that each piece of work gives the same bytes with several threads as alone. */
    static void agree(Trial t, IntFunction<Matrix> work) throws Exception {
        List<Matrix> alone = new ArrayList<>();
        for (int i = 0; i < WORK; i++) {
            alone.add(work.apply(i));
        }
        ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Matrix>> answers = new ArrayList<>();
            for (int i = 0; i < WORK; i++) {
                int piece = i;
                answers.add(crowd.submit(() -> work.apply(piece)));
            }
            for (int i = 0; i < WORK; i++) {
                Matrix answer = answers.get(i).get(1, TimeUnit.MINUTES);
                t.same(alone.get(i), answer, "the answer in %d threads".formatted(THREADS));
            }
        } finally {
            crowd.shutdownNow();
        }
    }
}
