package relrep.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs one experiment in several processes on one cache, and kills some of them. The others must
 * end with the bytes of an undisturbed process.
 */
final class SharedCache implements Trial {
    private static final long PATIENCE_SECONDS = 240;

    private final Path folder;
    private final int processes;

    SharedCache(Path folder, int processes) {
        this.folder = folder;
        this.processes = processes;
    }

    @Override
    public String kind() {
        return "share-cache-" + processes;
    }

    @Override
    public void prepare() throws Exception {
        Surroundings calm = new Surroundings(Files.createDirectories(folder.resolve("reference")));
        ManyCells.write(calm.folder());
        calm.brief().run(ManyCells.command("found")).exits(0);
    }

    @Override
    public void attempt(Attempt attempt) throws Exception {
        Surroundings surroundings = new Surroundings(attempt.folder()).brief();
        ManyCells.write(attempt.folder());
        List<RelrepProcess> running = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                running.add(surroundings.start(ManyCells.command("found-" + i)));
            }
            int doomed = attempt.random().nextInt(processes);
            if (!running.get(doomed).endsWithin(attempt.random().nextLong(4000))) {
                Ending.KILL.end(running.get(doomed));
            }
            for (int i = 0; i < processes; i++) {
                if (i != doomed) {
                    running.get(i).end(PATIENCE_SECONDS).exits(0);
                    same(attempt, i);
                }
            }
            surroundings.run(ManyCells.command("found-" + doomed)).exits(0);
            same(attempt, doomed);
        } finally {
            running.forEach(RelrepProcess::close);
        }
    }

    private void same(Attempt attempt, int process) throws Exception {
        for (String name : List.of("results.csv", "samples.csv", "summary.md")) {
            Loss.unless(
                    Folders.same(
                            folder.resolve("reference/found").resolve(name),
                            attempt.folder().resolve("found-" + process).resolve(name)),
                    "%s of process %d differs from that of one that was alone",
                    name,
                    process);
        }
    }
}
