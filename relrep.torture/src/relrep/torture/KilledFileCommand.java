package relrep.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Kills {@code align}, {@code apply} or {@code project} at random moments. The final file must be
 * the old one or the complete new one, and the next command must succeed.
 */
final class KilledFileCommand implements Trial {
    private static final int ROWS = 120_000;
    private static final int WIDTH = 24;
    private static final int FEW = 500;
    private static final String OLD = "old";

    private final Path folder;
    private final String command;
    private long undisturbedMillis;

    KilledFileCommand(Path folder, String command) {
        this.folder = folder;
        this.command = command;
    }

    @Override
    public String kind() {
        return "kill-" + command;
    }

    private String out() {
        return command.equals("align") ? "new.safetensors" : "new.npy";
    }

    private String[] words(Path made) {
        List<String> words =
                switch (command) {
                    case "align" ->
                            List.of("--source=many.npy", "--target=many2.npy", "--aligner=rigid");
                    case "apply" -> List.of("--map=map.safetensors", "--points=many.npy");
                    default -> List.of("--points=many.npy", "--anchors=few.npy");
                };
        Stream<String> placed =
                words.stream().map(word -> word.replaceFirst("=(.*\\..*)", "=" + folder + "/$1"));
        return Stream.of(Stream.of(command), placed, Stream.of("--out=" + made, "--quiet"))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    @Override
    public void prepare() throws Exception {
        Files.createDirectories(folder);
        SplittableRandom random = Attempt.random(1, "inputs", 0);
        NpyArray.normal(random, ROWS, WIDTH).write(folder.resolve("many.npy"));
        NpyArray.normal(random, ROWS, WIDTH).write(folder.resolve("many2.npy"));
        NpyArray.normal(random, FEW, WIDTH).write(folder.resolve("few.npy"));
        Surroundings calm = new Surroundings(folder).brief();
        calm.run(
                        "align",
                        "--source=few.npy",
                        "--target=few.npy",
                        "--aligner=affine",
                        "--out=map.safetensors",
                        "--quiet")
                .exits(0);
        long before = System.nanoTime();
        calm.run(words(folder.resolve(out()))).exits(0);
        undisturbedMillis = (System.nanoTime() - before) / 1_000_000;
    }

    @Override
    public void attempt(Attempt attempt) throws Exception {
        Path made = attempt.folder().resolve(out());
        Files.writeString(made, OLD);
        Surroundings surroundings = new Surroundings(attempt.folder()).brief();
        long until = undisturbedMillis / 4 + attempt.random().nextLong(undisturbedMillis);
        boolean killed;
        try (RelrepProcess process = surroundings.start(words(made))) {
            killed = !process.endsWithin(until);
            if (killed) {
                Ending.KILL.end(process);
            }
        }
        boolean whole = Folders.same(folder.resolve(out()), made);
        boolean old = Files.exists(made) && Files.size(made) == OLD.length();
        Loss.unless(whole || (old && killed), "%s is neither the old file nor the new one", out());
        if (attempt.random().nextInt(4) == 0) {
            surroundings.run(words(made)).exits(0);
            Loss.unless(
                    Folders.same(folder.resolve(out()), made), "%s differs after a kill", out());
        }
    }
}
