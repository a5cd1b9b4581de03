package relrep.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Ends a run of many cells at random moments, again and again, until it finishes. Every finished
 * row must be kept, and the results must equal those of an undisturbed run byte for byte.
 */
final class KilledRun implements Trial {
    private static final List<String> RESULTS =
            List.of("results.csv", "samples.csv", "summary.md", "failures.csv");

    private final Path folder;
    private final Ending ending;
    private long undisturbedMillis;

    KilledRun(Path folder, Ending ending) {
        this.folder = folder;
        this.ending = ending;
    }

    @Override
    public String kind() {
        return ending.word() + "-run";
    }

    private Path reference() {
        return folder.resolve("reference/found");
    }

    @Override
    public void prepare() throws Exception {
        Loss.unless(
                ending.isHeard(),
                "this process was started with SIGINT ignored, as a background job is; start it in"
                        + " the foreground");
        Surroundings calm = new Surroundings(Files.createDirectories(folder.resolve("reference")));
        ManyCells.write(calm.folder());
        long before = System.nanoTime();
        calm.brief().run(ManyCells.command("found")).exits(0);
        undisturbedMillis = (System.nanoTime() - before) / 1_000_000;
    }

    @Override
    public void attempt(Attempt attempt) throws Exception {
        Surroundings surroundings = new Surroundings(attempt.folder()).brief();
        ManyCells.write(attempt.folder());
        Path found = attempt.folder().resolve("found");
        long until = attempt.random().nextLong(undisturbedMillis + 1);
        try (RelrepProcess process = surroundings.start(ManyCells.command("found"))) {
            if (!process.endsWithin(until)) {
                ending.end(process);
            }
        }
        keepsWholeRows(found);
        // the next one goes on where it stopped, and is itself ended once more
        try (RelrepProcess process = surroundings.start(ManyCells.command("found"))) {
            if (!process.endsWithin(attempt.random().nextLong(undisturbedMillis + 1))) {
                ending.end(process);
            }
        }
        keepsWholeRows(found);
        surroundings.run(ManyCells.command("found")).exits(0);
        for (String name : RESULTS) {
            Loss.unless(
                    Folders.same(reference().resolve(name), found.resolve(name)),
                    "%s differs from that of an undisturbed run",
                    name);
        }
    }

    /** Checks that the present rows are the first rows of the undisturbed run. */
    private void keepsWholeRows(Path found) throws IOException, Loss {
        Path results = found.resolve("results.csv");
        if (Files.notExists(results)) {
            return;
        }
        String rows = Files.readString(results, StandardCharsets.UTF_8);
        String whole = rows.substring(0, rows.lastIndexOf('\n') + 1);
        String reference = Files.readString(reference().resolve("results.csv"));
        Loss.unless(reference.startsWith(whole), "results.csv is no beginning of the whole");
    }
}
