package relrep.runtime.run;

import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A run whose notes are also written to a log, each once. */
record NotedRun(Run run, Consumer<String> log, Set<String> told) implements Run {
    static NotedRun of(Run run, Consumer<String> log) {
        return new NotedRun(run, log, ConcurrentHashMap.newKeySet());
    }

    @Override
    public Seed seed() {
        return run.seed();
    }

    @Override
    public void step(long done, long total) {
        run.step(done, total);
    }

    @Override
    public Run part(String name, double share) {
        return new NotedRun(run.part(name, share), log, told);
    }

    @Override
    public void note(String sentence) {
        if (told.add(sentence)) {
            log.accept("note: " + sentence);
        }
        run.note(sentence);
    }
}
