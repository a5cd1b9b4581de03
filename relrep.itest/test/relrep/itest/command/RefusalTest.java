package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Hole;
import relrep.itest.bundle.Jars;
import relrep.itest.launch.FileChecksum;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Checks that errors are one sentence on standard error with the right exit code. */
class RefusalTest {
    private static final int WRONG = 2;
    private static final int LACKING = 4;

    @TempDir Path folder;

    private Relrep relrep;

    @BeforeEach
    void place() throws IOException {
        relrep = new Relrep(folder);
        Files.writeString(
                folder.resolve("base.yaml"),
                """
                name: base
                kind: [compare, stitch]
                data: digits(train=200, test=60)
                networks: {a: pca}
                width: 4
                seeds: [1, 2]
                anchors: random(count=10)
                bridges: [absolute, relative]
                metrics: [linear-cka, mse]
                """);
    }

    private void refuses(int exit, String sentence, String... words) throws Exception {
        Relrep.Result result = relrep.run(words);
        assertEquals("relrep: " + sentence + "\n", result.err());
        assertEquals(exit, result.exit());
    }

    private void refusesRun(int exit, String sentence, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("run", "base.yaml", "--quiet"));
        words.addAll(List.of(more));
        refuses(exit, sentence, words.toArray(String[]::new));
        assertTrue(Files.notExists(folder.resolve("runs")), "nothing was begun");
    }

    @Test
    void unknownCommand() throws Exception {
        Relrep.Result result = relrep.run("lst");
        assertEquals(WRONG, result.exit());
        assertTrue(
                result.err().startsWith("relrep: unknown command 'lst'; did you mean 'list'?"),
                result.err());
    }

    private static List<String> experiments() throws IOException {
        Path top = Path.of(System.getProperty("relrep.top"));
        try (Stream<Path> files = Files.list(top.resolve("relrep.experiments/experiments"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void unknownExperiment() throws Exception {
        refuses(
                WRONG,
                "unknown experiment 'dmo'; did you mean 'demo'? there are "
                        + String.join(", ", experiments())
                        + "; or give the path of an experiment file",
                "run",
                "dmo");
        refuses(WRONG, "b.yaml must be an experiment file, there is none", "run", "b.yaml");
    }

    @Test
    void settingsThatDoNotFit() throws Exception {
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("metrics=jacard", "unknown metric 'jacard'; did you mean 'jaccard'?");
        refused.put(
                "networks.a=dense(epoch=1)", "dense has no option 'epoch'; did you mean 'epochs'?");
        refused.put("anchors=random(count=0)", "random: count must be at least 1, not 0");
        refused.put("similarity=cosin", "unknown similarity 'cosin'; did you mean 'cosine'?");
        refused.put("bridges=[ridgid]", "unknown aligner 'ridgid'; did you mean 'rigid'?");
        refused.put("widht=3", "unknown key 'widht'; did you mean 'width'?");
        refused.put("claims=[a ~ b]", "a claim is written such as");
        refusesEach(
                refused.keySet().stream()
                        .map(setting -> "run base.yaml --dry-run --set '" + setting + "'")
                        .toList(),
                refused.entrySet().stream()
                        .map(entry -> "--set " + entry.getKey() + ": " + entry.getValue())
                        .toList());
    }

    @Test
    void filesThatDoNotFit() throws Exception {
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("kind: [compare", "3: this is not YAML:");
        refused.put("kind: comprae", "2: unknown kind 'comprae'; did you mean 'compare'?");
        refused.put("kidn: compare", "2: unknown key 'kidn'; did you mean 'kind'?");
        List<String> commands = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Map.Entry<String, String> entry : refused.entrySet()) {
            String file = "bad-" + commands.size() + ".yaml";
            Files.writeString(folder.resolve(file), "name: bad\n" + entry.getKey() + "\n");
            commands.add("run " + file);
            sentences.add(file + ":" + entry.getValue());
        }
        refusesEach(commands, sentences);
    }

    /** Each command, in one shell, says one line. */
    private void refusesEach(List<String> commands, List<String> sentences) throws Exception {
        Process process = relrep.start("shell");
        try (Writer in = process.outputWriter()) {
            in.write(String.join("\n", commands) + "\n");
        }
        Relrep.Result result = relrep.end(process);
        List<String> said = result.err().lines().toList();
        assertEquals(sentences.size(), said.size(), result.err());
        for (int i = 0; i < said.size(); i++) {
            assertTrue(said.get(i).startsWith("relrep: " + sentences.get(i)), said.get(i));
        }
        assertEquals(WRONG, result.exit());
    }

    @Test
    void tooFewSamplesForTheNeighbours() throws Exception {
        refusesRun(
                WRONG,
                "--set metrics=[jaccard(k=100)]: the metric 'jaccard(k=100)' needs at least 100"
                        + " test samples, digits(train=200, test=60) has 60",
                "--set",
                "kind=compare",
                "--set",
                "metrics=[jaccard(k=100)]");
    }

    @Test
    void oneClassOnlyFailsItsCellsWithTheReason() throws Exception {
        Relrep.Result result =
                relrep.run(
                        "run",
                        "base.yaml",
                        "--quiet",
                        "--out",
                        "one",
                        "--set",
                        "data=digits(labels=7)",
                        "--set",
                        "kind=describe",
                        "--set",
                        "metrics=silhouette");
        assertEquals(1, result.exit());
        String failures = Files.readString(folder.resolve("one/failures.csv"));
        assertTrue(
                failures.contains(
                        "a silhouette needs samples of at least 2 classes, there are samples of"
                                + " 1"),
                failures);
    }

    @Test
    void samplesThatAreNoNumbers() throws Exception {
        Path hole =
                Jars.bundle(
                        folder.resolve("hole.jar"),
                        Hole.class,
                        "1.0.0",
                        "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.run");
        Jars.drop(hole, relrep.plugins());
        Relrep.Result result =
                relrep.run("run", "base.yaml", "--quiet", "--out", "hole", "--set", "data=hole");
        assertEquals(1, result.exit(), result.err());
        String failures = Files.readString(folder.resolve("hole/failures.csv"));
        assertTrue(
                failures.contains(
                        "dataset 'hole': load must return test samples that are finite numbers, but"
                                + " row 3, column 2 is NaN"),
                failures);
    }

    @Test
    void folderThatCannotBeWritten() throws Exception {
        Relrep.Result result = relrep.run("run", "base.yaml", "--quiet", "--out", "base.yaml/run");
        assertTrue(
                result.err().startsWith("relrep: --out must name a folder that can be written, "),
                result.err());
        assertEquals(WRONG, result.exit());
    }

    @Test
    void folderThatIsTaken() throws Exception {
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/notes.txt"), "mine");
        Relrep.Result result = relrep.run("run", "base.yaml", "--out", "mine");
        assertEquals(WRONG, result.exit());
        assertTrue(result.err().contains("mine"), result.err());
        assertEquals("mine", Files.readString(folder.resolve("mine/notes.txt")));
    }

    @Test
    void dataThatIsNotWhatItShouldBe() throws Exception {
        Path mnist = Files.createDirectories(folder.resolve("data/mnist"));
        for (String name : List.of("t10k-images-idx3", "t10k-labels-idx1", "train-labels-idx1")) {
            idx(mnist.resolve(name + "-ubyte.gz"), name.contains("images") ? 3 : 1, 20);
        }
        Path images = mnist.resolve("train-images-idx3-ubyte.gz");
        String gz = images + ", offset ";

        idx(images, 3, 20);
        Relrep.Result other = runMnist();
        assertEquals(WRONG, other.exit());
        assertTrue(other.err().contains(" must have the checksum of the official "), other.err());

        idx(images, 1, 20);
        listChecksums(mnist);
        refusesMnist(
                gz
                        + "0 of the unpacked data: expected the IDX magic number 0x00000803 of"
                        + " pictures, found 0x00000801");

        idx(images, 3, 20);
        byte[] whole = Files.readAllBytes(images);
        Files.write(images, Arrays.copyOf(whole, whole.length / 2));
        listChecksums(mnist);
        Relrep.Result cut = runMnist();
        assertTrue(cut.err().startsWith("relrep: " + gz), cut.err());
        assertTrue(cut.err().contains("expected whole gzip data"), cut.err());
        assertEquals(WRONG, cut.exit());

        Files.delete(images);
        Files.createDirectory(images);
        refusesMnist(images + " must be a file, but is a folder");
    }

    /** Says that these files are one's own, and not the official ones. */
    private static void listChecksums(Path mnist) throws Exception {
        StringBuilder list = new StringBuilder();
        try (Stream<Path> files = Files.list(mnist)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".gz")).toList()) {
                list.append(FileChecksum.of(file)).append("  ");
                list.append(file.getFileName()).append('\n');
            }
        }
        Files.writeString(mnist.resolve("SHA256SUMS"), list);
    }

    private Relrep.Result runMnist() throws Exception {
        return relrep.run(
                "run", "base.yaml", "--set", "data=mnist(train=20,test=10)", "--data", "data");
    }

    private void refusesMnist(String sentence) throws Exception {
        Relrep.Result result = runMnist();
        assertEquals("relrep: " + sentence + "\n", result.err());
        assertEquals(WRONG, result.exit());
    }

    /** Writes pictures or labels of noughts and ones. */
    private static void idx(Path file, int dimensions, int n) throws IOException {
        int size = dimensions == 3 ? 28 * 28 : 1;
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions + n * size);
        bytes.putInt(0x800 + dimensions).putInt(n);
        if (dimensions == 3) {
            bytes.putInt(28).putInt(28);
        }
        while (bytes.hasRemaining()) {
            bytes.put((byte) (bytes.position() * 31 % 2));
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes.array());
        }
    }

    @Test
    void dataThatCannotBeHad() throws Exception {
        Relrep offline =
                relrep.with(
                        "RELREP_JAVA_OPTIONS",
                        "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9"
                                + " -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9");
        Relrep.Result result = offline.run("run", "base.yaml", "--set", "data=kmnist", "--quiet");
        assertEquals(LACKING, result.exit());
        assertTrue(result.err().startsWith("relrep: kmnist needs kmnist/"), result.err());
        assertTrue(
                result.err().endsWith("or into DIR/kmnist with --data DIR or RELREP_DATA=DIR\n"),
                result.err());
    }

    /** A limit on the size of files is as near as a test comes to a full disk. */
    @Test
    void diskThatTakesNoMore() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "only a POSIX shell can set the limit");
        for (int blocks : new int[] {1, 6}) {
            Process process =
                    relrep.under("ulimit -f " + blocks)
                            .start("run", "base.yaml", "--quiet", "--out", "run-" + blocks);
            Relrep.Result result = relrep.end(process);
            assertTrue(result.err().contains(" cannot be written: "), result.err());
            assertEquals(1, result.err().lines().count(), result.err());
            assertEquals(LACKING, result.exit());
        }
    }

    @Test
    void noStackTraceUnlessAskedFor() throws Exception {
        Relrep.Result result = relrep.run("run", "dmo", "--stacktrace");
        assertTrue(result.err().contains("\tat relrep."), result.err());
        assertEquals(WRONG, result.exit());
    }
}
