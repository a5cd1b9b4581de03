package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Jars;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tests the exact words of messages: kinds of files, missing rows, singular and plural. */
class PlainWordsTest {
    @TempDir Path folder;

    private Relrep relrep;

    /** 60 points in the plane, and the same turned by a right angle, times 1e30. */
    @BeforeEach
    void place() throws IOException {
        relrep = new Relrep(folder);
        table("x.csv", 1, 60);
        table("y.csv", 2, 60);
        table("large.csv", 1e30, 60);
        table("one.csv", 1, 1);
    }

    private void table(String name, double scale, int rows) throws IOException {
        Random random = new Random(3);
        Files.writeString(
                folder.resolve(name),
                IntStream.range(0, rows)
                        .mapToObj(
                                i ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.6e,%.6e",
                                                scale * random.nextGaussian(),
                                                scale * random.nextGaussian()))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private Relrep.Result shell(String... lines) throws Exception {
        Process process = relrep.start("shell");
        try (var in = process.outputWriter()) {
            for (String line : lines) {
                in.write(line + " --quiet\n");
            }
        }
        return relrep.end(process);
    }

    @Test
    void aFileThatIsNoMapIsNamedByWhatItIs() throws Exception {
        Relrep.Result result =
                shell(
                        "project --points x.csv --anchors random:count=3 --out p.npy",
                        "project --points x.csv --anchors random:count=3 --out p.npz",
                        "apply --points x.csv --out r.npy --map p.npy",
                        "apply --points x.csv --out r.npy --map p.npz",
                        "apply --points x.csv --out r.npy --map x.csv",
                        "apply --points x.csv --out r.npy --map cache",
                        "apply --points x.csv --out r.npy --map none");
        List<String> said = result.err().replace(folder + "/", "").lines().toList();
        String must = "relrep: %s must be a map, as 'relrep align' writes it, but is %s";
        assertEquals(
                List.of(
                        must.formatted("p.npy", "an array of NumPy, .npy"),
                        must.formatted("p.npz", "an archive, such as .npz"),
                        must.formatted("x.csv", "text"),
                        must.formatted("cache", "a folder"),
                        "relrep: there is no file 'none'"),
                said);
        assertFalse(Files.exists(folder.resolve("r.npy")));
    }

    @Test
    void oneThingIsNoPlural() throws Exception {
        Relrep.Result result =
                shell(
                        "project --points one.csv --anchors one.csv --out r.npy",
                        "check cosine",
                        "list similarity nonsense");
        assertTrue(
                result.out().contains("r.npy: 1 × 1, the similarity of 1 point to 1 anchor\n"),
                result.out());
        assertTrue(result.out().contains("\n1 plugin: "), result.out());
    }

    @Test
    void compareNamesTheRowsThatItMeasured() throws Exception {
        Relrep.Result result =
                shell(
                        "compare --source x.csv --target y.csv --metric jaccard:k=100000"
                                + " --metric linear-cka --aligner rigid",
                        "compare --source x.csv --target large.csv --metric linear-cka --aligner"
                                + " rigid --anchors random:count=5",
                        "compare --source x.csv --target x.csv --holdout half",
                        "align --source x.csv --target large.csv --aligner rigid --out"
                                + " m.safetensors");
        String out = result.out();
        assertTrue(out.contains("'x.csv, held out' has 12"), out);
        String apart = "must stay apart under rigid, but all %d become one point: ";
        assertTrue(out.contains("the rows of 'x.csv, held out' " + apart.formatted(12)), out);
        assertTrue(out.contains("the rows of 'x.csv' " + apart.formatted(60)), out);
        assertFalse(out.contains("are all equal"), out);
        assertEquals("relrep: --holdout must be a number, not 'half'\n", result.err());
    }

    @Test
    void aWayBackThroughANearlySingularMapIsCalledThat() throws Exception {
        Files.writeString(
                folder.resolve("flat.csv"),
                Files.readAllLines(folder.resolve("x.csv")).stream()
                        .map(line -> line.split(","))
                        .map(
                                c ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s,%.9e",
                                                c[0],
                                                1e-5 * Double.parseDouble(c[1])))
                        .collect(Collectors.joining("\n")));
        Relrep.Result result =
                shell(
                        "align --source x.csv --target flat.csv --aligner linear --out"
                                + " m.safetensors",
                        "apply --map m.safetensors --inverse --points flat.csv --out r.npy",
                        "align --source x.csv --target x.csv --aligner linear --out n.safetensors",
                        "apply --map n.safetensors --inverse --points x.csv --out r.npy");
        assertEquals("", result.err());
        List<String> warned =
                result.out().lines().filter(line -> line.contains("condition number")).toList();
        assertEquals(1, warned.size(), result.out());
        assertTrue(
                warned.get(0)
                        .contains(
                                "the map is nearly singular, its condition number is 1.00e+05:"
                                        + " what differs in the points"),
                warned.get(0));
    }

    @Test
    void aFormatThatIsOnlyReadIsLookedIntoWithAFileOfItsOwn() throws Exception {
        Jars.drop(
                Jars.kind(folder.resolve("format.jar"), "vector-format", "2.0.0"),
                relrep.plugins());
        Files.writeString(folder.resolve("sample.hot"), "hot");
        Files.writeString(folder.resolve("sample.cold"), "cold");
        Relrep.Result without = relrep.run("check", "hot", "--quiet");
        assertTrue(
                without.out()
                        .contains(
                                "  skipped  returns the same rows however they are cut into blocks:"
                                        + " it is only read, and no file is given; --file FILE"
                                        + " gives one to the check"),
                without.out());
        Relrep.Result with = relrep.run("check", "hot", "--file=sample.hot", "--quiet");
        String kept = "  kept     ";
        for (String law :
                List.of(
                        "recognises the file that it is given, and reads it",
                        "reads a file cut off anywhere as refused, in one sentence")) {
            assertTrue(with.out().contains(kept + law), with.out());
        }
        assertTrue(
                with.out().contains("  broken   returns the same rows however"),
                "it does not refuse rows past the end: " + with.out());
        assertEquals(1, with.exit());
        Relrep.Result cold = relrep.run("check", "hot", "--file=sample.cold", "--quiet");
        assertTrue(cold.out().contains("sample.cold must be recognised"), cold.out());
        Relrep.Result wrong = relrep.run("check", "cosine", "--file=sample.hot");
        assertEquals(
                "relrep: --file is for vector formats alone; name the one that reads it\n",
                wrong.err());
    }
}
