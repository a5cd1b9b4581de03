package relrep.vectors.compare;

import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * A run that collects its notes, to show them as warnings beside the result.
 *
 * @param run receives the progress
 * @param notes the collected notes, each once
 */
public record NotesRun(Run run, Set<String> notes) implements Run {
    /** Returns a run that collects the notes of another. */
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

    /** Returns the notes in a fixed order. */
    public List<String> list() {
        return List.copyOf(notes);
    }
}
