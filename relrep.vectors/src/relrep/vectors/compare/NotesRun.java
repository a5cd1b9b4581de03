package relrep.vectors.compare;

import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * A run whose notes are kept, to be warnings beside the result.
 *
 * @param run what is told how far the work is
 * @param notes what was noted, each sentence once
 */
public record NotesRun(Run run, Set<String> notes) implements Run {
    /** Keeps what this run is told. */
    public static NotesRun of(Run run) {
        return new NotesRun(run, new ConcurrentSkipListSet<>());
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
        return new NotesRun(run.part(name, share), notes);
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Returns the notes, in one order. */
    public List<String> list() {
        return List.copyOf(notes);
    }
}
