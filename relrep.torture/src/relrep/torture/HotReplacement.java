package relrep.torture;

import relrep.api.similarity.Similarity;
import relrep.torture.plugin.Versioned;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Replaces a similarity's jar while a shell uses it continuously. Each call must get either the old
 * or the new version; heap, metaspace and file descriptors must not grow.
 */
final class HotReplacement implements Trial {
    private static final int POINTS = 200;
    private static final int ANCHORS = 20;
    private static final int WIDTH = 4;
    private static final int CALLS = 500;
    private static final int READ_EVERY = 20;
    // What 20 MB of heap or a MB of metaspace in 1,000 replacements would be is no leak of classes.
    private static final double GROWTH = 1.15;
    private static final long SLACK_BYTES = 4_000_000;
    private static final long SLACK_DESCRIPTORS = 8;

    private final Path folder;
    private final List<JvmGauge.Reading> readings = new ArrayList<>();
    private RelrepShell shell;
    private JvmGauge gauge;
    private long calls;
    private int current;
    private int seen;

    HotReplacement(Path folder) {
        this.folder = folder;
    }

    @Override
    public String kind() {
        return "hot-replacement";
    }

    @Override
    public boolean sequential() {
        return true;
    }

    private Surroundings surroundings() {
        return new Surroundings(folder).with("RELREP_JAVA_OPTIONS", "-Xmx512m");
    }

    @Override
    public void prepare() throws Exception {
        Files.createDirectories(folder);
        SplittableRandom random = Attempt.random(1, kind(), 0);
        NpyArray.normal(random, POINTS, WIDTH).write(folder.resolve("points.npy"));
        NpyArray.normal(random, ANCHORS, WIDTH).write(folder.resolve("anchors.npy"));
        current = 1;
        drop(current);
        shell = new RelrepShell(surroundings());
        gauge = new JvmGauge(shell.relrep().java().pid());
        shell.say("relrep:project --help");
        seen = current;
        awaitFirst();
    }

    private void awaitFirst() throws Exception {
        Loss loss = null;
        for (int i = 0; i < CALLS; i++) {
            try {
                value();
                return;
            } catch (Loss notYet) {
                loss = notYet;
            }
        }
        throw loss;
    }

    private void drop(int number) throws Exception {
        byte[] jar =
                new PluginJar(Versioned.class, Similarity.class, Versioned.NAME, number + ".0.0")
                        .entry(
                                Versioned.NUMBER,
                                Integer.toString(number).getBytes(StandardCharsets.US_ASCII))
                        .bytes();
        Folders.drop(jar, surroundings().plugins().resolve("versioned.jar"));
    }

    /** Projects once; returns the version number of the plugin used. */
    private int value() throws Exception {
        Path out = folder.resolve("out.npy");
        Files.deleteIfExists(out);
        calls++;
        Ended ended =
                shell.say(
                        "project --points points.npy --anchors anchors.npy --out out.npy --quiet"
                                + " --similarity "
                                + Versioned.NAME);
        ended.exits(0);
        NpyArray relative = NpyArray.read(out);
        float first = relative.values()[0];
        for (float value : relative.values()) {
            Loss.unless(value == first, "one call got versions %s and %s", first, value);
        }
        return (int) first;
    }

    @Override
    public void attempt(Attempt attempt) throws Exception {
        current++;
        drop(current);
        Loss loss = null;
        for (int i = 0; i < CALLS; i++) {
            try {
                int value = value();
                Loss.unless(
                        value == seen || value == current,
                        "version %d answers in place of %d or %d",
                        value,
                        seen,
                        current);
                seen = value;
            } catch (Loss first) {
                // the next attempt begins where this version has come
                loss = loss == null ? first : loss;
            }
            if (seen == current) {
                if (loss != null) {
                    throw loss;
                }
                if (attempt.number() % READ_EVERY == 0) {
                    readings.add(gauge.read());
                }
                return;
            }
        }
        throw loss == null ? new Loss("version " + current + " never came") : loss;
    }

    @Override
    public String findings() {
        if (readings.isEmpty()) {
            return "";
        }
        return "%d calls; at first %s; at last %s"
                .formatted(calls, settled(), readings.get(readings.size() - 1));
    }

    /** Returns the memory of the shell after it has done everything a few times. */
    private JvmGauge.Reading settled() {
        return readings.get(readings.size() / 5);
    }

    @Override
    public void close() throws Exception {
        try {
            if (gauge != null) {
                gauge.close();
            }
        } finally {
            if (shell != null) {
                shell.close();
            }
        }
        if (readings.size() > 5) {
            JvmGauge.Reading first = settled();
            JvmGauge.Reading last = readings.get(readings.size() - 1);
            boolean flat =
                    last.heapBytes() <= first.heapBytes() * GROWTH + SLACK_BYTES
                            && last.metaspaceBytes()
                                    <= first.metaspaceBytes() * GROWTH + SLACK_BYTES
                            && last.descriptors() <= first.descriptors() + SLACK_DESCRIPTORS;
            Loss.unless(flat, "memory grows: at first %s, at last %s", first, last);
        }
    }
}
