package relrep.vectors.file;

import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.List;

/** A run that collects its notes. */
record NotedRun(List<String> all) implements Run {
    @Override
    public Seed seed() {
        return Seed.of(1);
    }

    @Override
    public void step(long done, long total) {}

    @Override
    public Run part(String name, double share) {
        return this;
    }

    @Override
    public void note(String sentence) {
        all.add(sentence);
    }
}
