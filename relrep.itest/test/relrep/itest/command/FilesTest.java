package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonStreamParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Jars;
import relrep.itest.bundle.MapReader;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tests the commands on files of vectors as processes. */
class FilesTest {
    private static final int WRONG = 2;
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir Path folder;

    private Relrep relrep;

    /** A space of 40 points, and the same turned by a right angle and shifted. */
    @BeforeEach
    void place() throws IOException {
        relrep = new Relrep(folder);
        Files.writeString(
                folder.resolve("x.vec"), lines(i -> "w%d %s %s".formatted(i, a(i), b(i))));
        Files.writeString(
                folder.resolve("y.csv"),
                "word,p,q\n"
                        + IntStream.range(0, 40)
                                .map(i -> 39 - i)
                                .mapToObj(i -> "w%d,%s,%s".formatted(i, 3 - b(i), a(i) - 1))
                                .collect(Collectors.joining("\n")));
        Files.writeString(folder.resolve("rows.txt"), "0\n5\n17\n");
    }

    private static double a(int i) {
        return (i * 7 % 40) / 8.0;
    }

    private static double b(int i) {
        return (i * 11 % 13) / 4.0;
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, 40).mapToObj(line).collect(Collectors.joining("\n"));
    }

    /** In three lines of a bundle of its own, as a program without a framework does. */
    @Test
    void aSavedMapIsAppliedInABundle() throws Exception {
        Relrep.Result fitted =
                relrep.run(
                        "align",
                        "--source=x.vec",
                        "--target=y.csv",
                        "--keys=own",
                        "--aligner=rigid",
                        "--out=map.safetensors",
                        "--quiet");
        assertEquals(0, fitted.exit(), fitted.err());
        Jars.drop(
                Jars.bundle(
                        folder.resolve("reader.jar"),
                        MapReader.class,
                        "1.0.0",
                        "org.osgi.framework,relrep.api.alignment,relrep.api.data,"
                                + "relrep.vectors.file,relrep.workbench.plugins"),
                relrep.plugins());
        Relrep.Result read =
                relrep.with(MapReader.MAP, folder.resolve("map.safetensors").toString())
                        .run("check", "cosine", "--quiet");
        assertEquals(0, read.exit(), read.err());
        assertTrue(read.err().contains("image 2.000 1.000"), read.err());
    }

    /** Runs commands in one process, and returns the output of each. */
    private List<JsonObject> told(String... lines) throws Exception {
        Relrep.Result result = shell(" --json --quiet", lines);
        assertEquals("", result.err());
        assertEquals(0, result.exit());
        List<JsonObject> all = new ArrayList<>();
        new JsonStreamParser(result.out()).forEachRemaining(one -> all.add(one.getAsJsonObject()));
        assertEquals(lines.length, all.size(), result.out());
        return all;
    }

    /** Has commands, each behind what is said of it, refused in one process. */
    private void refused(String... sentencesAndLines) throws Exception {
        List<String> lines = new ArrayList<>();
        StringBuilder sentences = new StringBuilder();
        for (int i = 0; i < sentencesAndLines.length; i += 2) {
            sentences.append("relrep: ").append(sentencesAndLines[i]).append('\n');
            lines.add(sentencesAndLines[i + 1]);
        }
        Relrep.Result result = shell(" --quiet", lines.toArray(String[]::new));
        assertEquals(sentences.toString().replace("DIR", folder.toString()), result.err());
        assertEquals("", result.out());
        assertEquals(WRONG, result.exit());
    }

    private Relrep.Result shell(String more, String... lines) throws Exception {
        Process process = relrep.start("shell");
        try (var in = process.outputWriter()) {
            for (String line : lines) {
                in.write(line + more + "\n");
            }
        }
        return relrep.end(process);
    }

    @Test
    void alignsByKeyAppliesAndComesBack() throws Exception {
        JsonObject map =
                told(
                                "align --source x.vec --target y.csv --keys own --aligner rigid"
                                        + " --anchors rows.txt --out map.safetensors",
                                "apply --map map.safetensors --points x.vec --out w.csv",
                                "apply --map map.safetensors --inverse --points w.csv --out"
                                        + " back.tsv.gz",
                                "apply --map map.safetensors --points back.tsv.gz --out again.npz",
                                "align --source x.vec --target y.csv --keys own --aligner"
                                        + " orthogonal --transform centre --transform scale"
                                        + " --anchors rows.txt --out t.safetensors",
                                "apply --map t.safetensors --points x.vec --out t.csv")
                        .get(0);
        assertEquals("40 rows matched by key, of 40 and 40", map.get("matched").getAsString());
        assertEquals(3, map.get("anchors").getAsInt());
        assertEquals(0, map.getAsJsonObject("diagnostics").get("residual").getAsDouble(), 1e-6);
        requireTarget("w.csv");
        requireTarget("t.csv");
        assertEquals(
                List.of(
                        "again.npz",
                        "back.tsv.gz",
                        "map.safetensors",
                        "rows.txt",
                        "t.csv",
                        "t.safetensors",
                        "w.csv",
                        "x.vec",
                        "y.csv"),
                written());
        Files.writeString(folder.resolve("three.csv"), "1,2,3\n");
        refused(
                "three.csv does not fit map.safetensors: a map of 2 coordinates was given rows with"
                        + " 3",
                "apply --map map.safetensors --points three.csv --out r.npy");
    }

    /** Requires that a file has the rows of the target, in the order of the source. */
    private void requireTarget(String file) throws IOException {
        List<String> rows = Files.readAllLines(folder.resolve(file));
        assertEquals("key,x0,x1", rows.get(0));
        for (int i = 0; i < 40; i++) {
            String[] fields = rows.get(i + 1).split(",", -1);
            assertEquals("w" + i, fields[0]);
            assertEquals(3 - b(i), Double.parseDouble(fields[1]), 1e-5);
            assertEquals(a(i) - 1, Double.parseDouble(fields[2]), 1e-5);
        }
    }

    /** The files in the folder, without those of the process itself. */
    private List<String> written() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("stderr"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void projectsAgainstRowsVectorsAndChosenOnes() throws Exception {
        Files.writeString(folder.resolve("anchors.csv"), "p,q\n1,0.5\n2,2\n");
        String robust =
                "project --points x.vec --anchors random:count=7 --seed 3 --similarity"
                        + " robust-cosine --out ";
        List<JsonObject> all =
                told(
                        "project --points x.vec --anchors rows.txt --out r.csv",
                        "project --points x.vec --anchors anchors.csv --similarity euclidean --out"
                                + " e.csv",
                        "project --points x.vec --anchors rows.txt --similarity"
                                + " product:of=cosine+euclidean --out p.npy",
                        robust + "s.npy",
                        robust + "t.npy");
        assertEquals(3, all.get(0).get("width").getAsInt());
        String[] first = Files.readAllLines(folder.resolve("r.csv")).get(6).split(",", -1);
        assertEquals("w5", first[0]);
        assertEquals(1, Double.parseDouble(first[2]), 1e-6);
        double cosine =
                (a(5) * a(17) + b(5) * b(17)) / Math.hypot(a(5), b(5)) / Math.hypot(a(17), b(17));
        assertEquals(cosine, Double.parseDouble(first[3]), 1e-6);
        assertEquals(
                Math.hypot(a(0) - 2, b(0) - 2),
                Double.parseDouble(
                        Files.readAllLines(folder.resolve("e.csv")).get(1).split(",", -1)[2]),
                1e-5);
        assertEquals(6, all.get(2).get("width").getAsInt());
        assertEquals(40, all.get(3).get("calibrated-on-rows").getAsInt());
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("s.npy")),
                Files.readAllBytes(folder.resolve("t.npy")));
    }

    @Test
    void refusesInOneSentence() throws Exception {
        Files.writeString(folder.resolve("far.txt"), "0\n40\n");
        Files.writeString(folder.resolve("wide.csv"), "a,b,c\n1,2,3\n");
        Files.writeString(folder.resolve("short.csv"), "p,q\n1,2\n");
        refused(
                "a file of vectors to write must end with one of .csv, .tsv, .csv.gz, .tsv.gz,"
                        + " .npy, .npz, not 'r.mat'",
                "project --points x.vec --anchors rows.txt --out r.mat",
                "there is no file 'DIR/absent.npy'",
                "project --points absent.npy --anchors rows.txt --out r.npy",
                "DIR/no/r.npy must be writable, but is not: there is no such folder",
                "project --points x.vec --anchors rows.txt --out no/r.npy",
                "--anchors must be rows 0 to 39 of x.vec, but far.txt has 40 at place 1",
                "project --points x.vec --anchors far.txt --out r.npy",
                "--anchors must be vectors as wide as the points, 2, and at least 1, not 1 × 3 as"
                        + " in wide.csv",
                "project --points x.vec --anchors wide.csv --out r.npy",
                "--anchors must be a 1-d integer array of row numbers; wide.csv is not",
                "align --source x.vec --target y.csv --keys own --aligner rigid --anchors wide.csv"
                        + " --out m.safetensors",
                "rows that are matched by their order must be equally many, not 40 and 1; --keys"
                        + " own matches them by key",
                "align --source x.vec --target short.csv --aligner rigid --out m.safetensors",
                "rows that are matched by their order must have the same keys, but row 0 is 'w0' in"
                    + " x.vec and 'w39' in y.csv; --keys own matches them by key, and --keys order"
                    + " matches them by order anyway",
                "align --source x.vec --target y.csv --aligner rigid --out m.safetensors",
                "DIR/no/m.safetensors must be writable, but is not: there is no such folder",
                "align --source x.vec --target y.csv --aligner rigid --out no/m.safetensors",
                "DIR/rows.txt must be a map, as 'relrep align' writes it, but is text",
                "apply --map rows.txt --points x.vec --out r.npy");
        assertFalse(Files.exists(folder.resolve("r.npy")));
        assertFalse(Files.exists(folder.resolve("m.safetensors")));
    }

    /** OpenBLAS on threads of its own ends the JVM at products as large as these. */
    @Test
    void moreThreadsThanOneAreNoDanger() throws Exception {
        Random random = new Random(5);
        Files.write(
                folder.resolve("large.csv"),
                IntStream.range(0, 1000)
                        .mapToObj(
                                i ->
                                        random.doubles(300)
                                                .mapToObj(
                                                        value ->
                                                                String.format(
                                                                        Locale.ROOT, "%.4f", value))
                                                .collect(Collectors.joining(",")))
                        .toList());
        Relrep.Result result =
                relrep.with("RELREP_THREADS", "2")
                        .run(
                                "align",
                                "--source=large.csv",
                                "--target=large.csv",
                                "--aligner=ridge",
                                "--out=m.safetensors",
                                "--quiet");
        assertEquals("", result.err());
        assertEquals(0, result.exit());
    }

    @Test
    void numPyReadsWhatWasWrittenAndWritesWhatIsRead() throws Exception {
        String written =
                python(
                        """
                        import numpy as np
                        x = np.arange(24, dtype=np.float64).reshape(8, 3) ** 1.5 - 7
                        np.save('c8.npy', x); np.save('f8.npy', np.asfortranarray(x))
                        np.save('f2.npy', x.astype(np.float16))
                        np.savez('one.npz', x=x.astype('>f4'))
                        np.savez_compressed('two.npz', x=x, y=-x, keys=np.array(list('abcdefgh')))
                        np.savetxt('t.csv', x, delimiter=',', fmt='%.17g'); np.savetxt('t.txt', x)
                        np.save('i.npy', np.array([1, 5, 2], dtype=np.uint8))
                        print('written')
                        """);
        assertEquals("written", written);
        List<String> files =
                List.of("c8.npy", "f8.npy", "one.npz", "two.npz#x", "t.csv", "t.txt", "f2.npy");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            lines.add(
                    "project --points '%s' --anchors i.npy --similarity euclidean --out r%d.npy"
                            .formatted(files.get(i), i));
        }
        lines.add(
                "align --source c8.npy --target 'two.npz#y' --aligner affine --out m.safetensors");
        lines.add("apply --map m.safetensors --points 'two.npz#x' --out w.npz");
        told(lines.toArray(String[]::new));
        String read =
                python(
                        """
                        import numpy as np, json, struct
                        x = np.load('c8.npy')
                        r = np.linalg.norm(x[:, None] - x[[1, 5, 2]][None], axis=2)
                        for i in range(6):
                            got = np.load('r%d.npy' % i)
                            assert got.dtype == np.float32 and got.flags.c_contiguous
                            assert np.abs(got - r).max() < 1e-4, i
                        h = np.load('f2.npy').astype(np.float64)
                        r = np.linalg.norm(h[:, None] - h[[1, 5, 2]][None], axis=2)
                        assert np.abs(np.load('r6.npy') - r).max() < 1e-4
                        w = np.load('w.npz')
                        assert ''.join(w['keys']) == 'abcdefgh'
                        assert np.abs(w['vectors'] + x).max() < 1e-3
                        b = open('m.safetensors', 'rb').read(); n = int.from_bytes(b[:8], 'little'); h = json.loads(b[8:8+n])
                        t = {k: np.frombuffer(b[8+n:][slice(*v['data_offsets'])], '<f4').reshape(v['shape']) for k, v in h.items() if k != '__metadata__'}
                        assert np.abs(x @ t['weight'] + t['shift'] + x).max() < 1e-3
                        assert h['__metadata__']['aligner'] == 'affine', h['__metadata__']
                        assert h['__metadata__']['source-width'] == '3'
                        print('read')
                        """);
        assertEquals("read", read);
    }

    /** Runs a program where there is a Python with NumPy, and returns the line that it prints. */
    private String python(String program) throws Exception {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "there is no " + PYTHON);
        Process process =
                new ProcessBuilder(PYTHON, "-c", "import numpy\n" + program)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assumeTrue(!said.contains("No module named 'numpy'"), "there is no NumPy");
        return said.strip();
    }
}
