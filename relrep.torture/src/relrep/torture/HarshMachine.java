package relrep.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Runs commands on a machine with too little of something: a full disk, read-only folders, few file
 * descriptors, little memory. Each must work or end in one sentence. The next command, with enough
 * of everything, must give the numbers of an undisturbed run.
 */
final class HarshMachine implements Trial {
    private static final int KINDS = 6;

    private final Path folder;

    HarshMachine(Path folder) {
        this.folder = folder;
    }

    @Override
    public String kind() {
        return "harsh-machine";
    }

    static int different() {
        return KINDS;
    }

    @Override
    public void prepare() throws Exception {
        Surroundings calm = new Surroundings(Files.createDirectories(folder.resolve("reference")));
        ManyCells.write(calm.folder());
        calm.brief().run(ManyCells.command("found")).exits(0);
    }

    @Override
    public void attempt(Attempt attempt) throws Exception {
        Surroundings calm = new Surroundings(attempt.folder()).brief();
        ManyCells.write(attempt.folder());
        Surroundings harsh = harsh(attempt, calm);
        Ended ended = harsh.run(ManyCells.command("found")).decent();
        Loss.unless(
                Set.of(0, 1, 2, 4).contains(ended.exit()),
                "'%s' ends with exit code %d: %s",
                harsh.before(),
                ended.exit(),
                Ended.brief(ended.err()));
        Loss.unless(
                ended.exit() == 0 || !(ended.err() + ended.out()).isBlank(),
                "'%s' ends with exit code %d and says nothing",
                harsh.before(),
                ended.exit());
        if (ended.exit() != 0) {
            calm.run(ManyCells.command("found")).exits(0);
        }
        Loss.unless(
                Folders.same(
                        folder.resolve("reference/found/results.csv"),
                        attempt.folder().resolve("found/results.csv")),
                "after '%s' the results differ",
                harsh.before());
    }

    private static Surroundings harsh(Attempt attempt, Surroundings calm) throws Exception {
        int much = attempt.random().nextInt(100);
        Path file = Files.writeString(attempt.folder().resolve("no-folder"), "a file");
        return switch (attempt.number() % KINDS) {
            case 0 -> calm.after("ulimit -f " + (2 + much * 4));
            case 1 -> calm.after("ulimit -n " + (24 + much * 2));
            case 2 -> calm.with("RELREP_JAVA_OPTIONS", "-Xmx" + (12 + much / 2) + "m");
            case 3 -> calm.with("RELREP_CACHE", file.resolve("cache").toString());
            case 4 -> calm.with("RELREP_PLUGINS", file.toString());
            default -> calm.after("ulimit -v " + (1_500_000 + much * 60_000));
        };
    }
}
