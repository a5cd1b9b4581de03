package relrep.torture;

import relrep.api.alignment.Aligner;
import relrep.api.data.AnchorSelector;
import relrep.api.data.Dataset;
import relrep.api.metric.PairMetric;
import relrep.api.model.Architecture;
import relrep.api.similarity.Similarity;
import relrep.torture.plugin.BadAligner;
import relrep.torture.plugin.BadArchitecture;
import relrep.torture.plugin.BadDataset;
import relrep.torture.plugin.BadMetric;
import relrep.torture.plugin.BadSelector;
import relrep.torture.plugin.BadSimilarity;
import relrep.torture.plugin.Misbehaviour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs an experiment with one misbehaving plugin among sound ones. The sound cells must have the
 * same numbers as without it, the others must be failures that name it, and the exit code must be
 * 1.
 */
final class BadPlugins implements Trial {
    private static final long PATIENCE_SECONDS = 120;
    private static final long LOOK_MILLIS = 100;
    private static final String NAME = "misbehaves";

    /** A kind of plugin, and its use in an experiment. */
    private record Part(
            String word,
            Class<?> type,
            Class<?> contract,
            String key,
            String value,
            boolean alone) {}

    private static final List<Part> PARTS =
            List.of(
                    new Part(
                            "similarity",
                            BadSimilarity.class,
                            Similarity.class,
                            "similarity",
                            "[cosine, misbehaves]",
                            false),
                    new Part(
                            "aligner",
                            BadAligner.class,
                            Aligner.class,
                            "bridges",
                            "{compare: [absolute, relative], stitch: [absolute, linear,"
                                    + " misbehaves]}",
                            false),
                    new Part(
                            "metric",
                            BadMetric.class,
                            PairMetric.class,
                            "metrics",
                            "[mrr, mse, misbehaves]",
                            false),
                    new Part(
                            "selector",
                            BadSelector.class,
                            AnchorSelector.class,
                            "anchors",
                            "[random(count=20), misbehaves]",
                            false),
                    new Part("dataset", BadDataset.class, Dataset.class, "data", NAME, true),
                    new Part(
                            "architecture",
                            BadArchitecture.class,
                            Architecture.class,
                            "networks",
                            "{ae: dense(epochs=1), bad: misbehaves}",
                            false));

    private final Path folder;
    private List<String> sound = List.of();

    BadPlugins(Path folder) {
        this.folder = folder;
    }

    @Override
    public String kind() {
        return "bad-plugin";
    }

    /** Returns the number of different bad plugins. */
    static int different() {
        return PARTS.size() * Misbehaviour.values().length;
    }

    private static String experiment(Part part) {
        String[][] keys = {
            {"name", "beside"},
            {"kind", "[compare, stitch]"},
            {"data", "digits(train=200,test=60)"},
            {"networks", "{ae: dense(epochs=1)}"},
            {"width", "4"},
            {"seeds", "[1, 2]"},
            {"anchors", "random(count=20)"},
            {"similarity", "cosine"},
            {"bridges", "{compare: [absolute, relative], stitch: [absolute, linear]}"},
            {"metrics", "[mrr, mse]"}
        };
        StringBuilder text = new StringBuilder();
        for (String[] key : keys) {
            boolean replaced = part != null && part.key().equals(key[0]);
            text.append(key[0]).append(": ").append(replaced ? part.value() : key[1]).append('\n');
        }
        return text.toString();
    }

    @Override
    public void prepare() throws Exception {
        Surroundings calm = new Surroundings(Files.createDirectories(folder.resolve("reference")));
        Files.writeString(calm.folder().resolve("beside.yaml"), experiment(null));
        calm.brief().run("run", "beside.yaml", "--out", "found", "--quiet").exits(0);
        sound = rows(calm.folder().resolve("found/results.csv"));
    }

    private static List<String> rows(Path results) throws IOException {
        List<String> lines = Files.readAllLines(results);
        return lines.subList(1, lines.size());
    }

    @Override
    public void attempt(Attempt attempt) throws Exception {
        Misbehaviour[] all = Misbehaviour.values();
        int which = attempt.number() % different();
        Part part = PARTS.get(which / all.length);
        Misbehaviour misbehaviour = all[which % all.length];
        Surroundings surroundings = new Surroundings(attempt.folder()).brief();
        byte[] jar =
                new PluginJar(part.type(), part.contract(), NAME, "1.0.0")
                        .classes(Misbehaviour.class)
                        .entry(
                                Misbehaviour.FILE,
                                misbehaviour.name().getBytes(StandardCharsets.US_ASCII))
                        .header("Bundle-Description", part.word())
                        .bytes();
        Folders.drop(jar, surroundings.plugins().resolve("bad.jar"));
        Files.writeString(attempt.folder().resolve("beside.yaml"), experiment(part));
        Ended ended = end(surroundings, misbehaviour);
        Path found = attempt.folder().resolve("found");
        String what = "a %s that does %s".formatted(part.word(), misbehaviour);
        if (misbehaviour == Misbehaviour.HANG) {
            Loss.unless(
                    ended.exit() == (Ending.INTERRUPT.isHeard() ? 130 : 143),
                    "%s: exit %d",
                    what,
                    ended.exit());
            String said = ended.out() + ended.err();
            Loss.unless(said.contains(NAME), "%s is not named: %s", what, Ended.brief(said));
            return;
        }
        if (part.type() == BadMetric.class && misbehaviour == Misbehaviour.NOT_A_NUMBER) {
            // that is how a metric says that it is not defined there
            ended.exits(0);
            Loss.unless(hasNoNumber(found), "%s: it has a number in results.csv", what);
            return;
        }
        Loss.unless(
                ended.exit() == 1 || (part.alone() && ended.exit() == 2),
                "%s: exit %d, %s",
                what,
                ended.exit(),
                Ended.brief(ended.err() + ended.out()));
        if (!part.alone()) {
            String failures = Files.readString(found.resolve("failures.csv"));
            Loss.unless(failures.contains(NAME), "%s stands not in failures.csv", what);
            List<String> rows = rows(found.resolve("results.csv"));
            Loss.unless(rows.containsAll(sound), "%s: rows beside it are lost or differ", what);
            Loss.unless(hasNoNumber(found), "%s: it has a number in results.csv", what);
        }
    }

    /** Returns whether no row of the plugin has a value, except for the chance level. */
    private static boolean hasNoNumber(Path found) throws IOException {
        return rows(found.resolve("results.csv")).stream()
                .filter(row -> row.contains(NAME) && !row.contains(",chance,"))
                .allMatch(row -> row.contains("," + NAME + ",,"));
    }

    /** Waits until the plugin hangs; returns false if the process ends before. */
    private static boolean hangs(RelrepProcess process, Surroundings surroundings)
            throws InterruptedException, Loss {
        Path hangs = surroundings.folder().resolve(Misbehaviour.HANGS);
        for (long waited = 0; Files.notExists(hangs); waited += LOOK_MILLIS) {
            Loss.unless(waited < PATIENCE_SECONDS * 1000, "the plugin was not called");
            if (process.endsWithin(LOOK_MILLIS)) {
                return false;
            }
        }
        return true;
    }

    private static Ended end(Surroundings surroundings, Misbehaviour misbehaviour)
            throws Exception {
        try (RelrepProcess process =
                surroundings.start("run", "beside.yaml", "--out", "found", "--quiet")) {
            if (misbehaviour == Misbehaviour.HANG && hangs(process, surroundings)) {
                process.signal(Ending.INTERRUPT.isHeard() ? "INT" : "TERM");
            }
            return process.end(PATIENCE_SECONDS).decent();
        }
    }
}
