package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tests {@code relrep compare} as a process, on small files and on word vectors. */
class CompareTest {
    private static final int ROWS = 200;
    private static final int NOT_MET = 3;

    @TempDir Path folder;

    private Relrep relrep;

    @BeforeEach
    void start() {
        relrep = new Relrep(folder);
    }

    /** A cloud, the same turned by a right angle, and the first three coordinates of that. */
    private void spaces() throws IOException {
        Random random = new Random(4);
        List<String> x = new ArrayList<>();
        List<String> y = new ArrayList<>();
        List<String> narrow = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            double d = random.nextGaussian();
            x.add("w%d %s %s %s %s".formatted(i, a, b, c, d));
            y.add(0, "w%d %s %s %s %s".formatted(i, -b, a, -d, c));
            narrow.add("w%d %s %s %s".formatted(i, -b, a, -d));
        }
        y.add("unmatched 1 2 3 4");
        Files.write(folder.resolve("x.vec"), x);
        Files.write(folder.resolve("y.vec"), y);
        Files.write(folder.resolve("narrow.vec"), narrow);
    }

    private JsonObject told(int exit, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("compare", "--json", "--quiet"));
        all.addAll(List.of(words));
        Relrep.Result result = relrep.run(all.toArray(String[]::new));
        assertEquals(exit, result.exit(), result.err());
        assertEquals("", result.err());
        return JsonParser.parseString(result.out()).getAsJsonObject();
    }

    private static JsonObject named(JsonObject json, String list, String key, String name) {
        for (JsonElement one : json.getAsJsonArray(list)) {
            if (one.getAsJsonObject().get(key).getAsString().equals(name)) {
                return one.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + name + " in " + json);
    }

    private static double value(JsonObject json, String metric, String form) {
        return named(named(json, "metrics", "metric", metric), "readings", "form", form)
                .get("value")
                .getAsDouble();
    }

    private static double recall(JsonObject json, String asked, String form) {
        for (JsonElement one : json.getAsJsonObject("retrieval").getAsJsonArray("ways")) {
            JsonObject way = one.getAsJsonObject();
            if (way.get("asked").getAsString().equals(asked)
                    && way.get("form").getAsString().equals(form)) {
                return way.get("recall").getAsDouble();
            }
        }
        throw new AssertionError("no " + asked + " " + form + " in " + json);
    }

    @Test
    void matchesByKeyMeasuresEverythingAndHoldsItToGates() throws Exception {
        spaces();
        String[] words = {
            "--source",
            "x.vec",
            "--target",
            "y.vec",
            "--keys",
            "own",
            "--bootstrap",
            "50",
            "--aligner",
            "rigid",
            "--gate",
            "rigid:mrr>=0.999",
            "--gate",
            "absolute:mrr>0.5"
        };
        JsonObject json = told(NOT_MET, words);
        assertEquals("200 rows matched by key, of 200 and 201", json.get("matched").getAsString());
        assertEquals(160, json.getAsJsonObject("anchors").get("count").getAsInt());
        assertEquals(1, value(json, "mrr", "rigid"), 1e-9);
        assertTrue(value(json, "mrr", "absolute") < 0.5);
        assertTrue(value(json, "mrr", "relative") > 0.99);
        assertEquals(1, value(json, "linear-cka", "absolute"), 1e-5);
        JsonObject mrr = named(json, "metrics", "metric", "mrr");
        assertEquals("rigid", mrr.get("best-aligner").getAsString());
        assertTrue(mrr.get("best-aligner-beats-absolute").getAsBoolean());
        assertTrue(value(json, "effective-rank", "source") > 3.5);
        JsonObject retrieval = json.getAsJsonObject("retrieval");
        assertEquals("rigid", retrieval.get("best").getAsString());
        assertEquals(1, recall(json, "staying", ""), 1e-9);
        assertEquals(1, recall(json, "mapped-source", "rigid"), 1e-9);
        assertEquals(1, recall(json, "mapped-target", "rigid"), 1e-9);
        assertTrue(recall(json, "no-map", "") < 0.5);
        assertTrue(
                json.get("verdict")
                        .getAsString()
                        .endsWith(
                                "a way to move to the target, rigid differs from staying by 0 [0,"
                                        + " 0], which is within noise"),
                json.get("verdict").getAsString());
        JsonObject anchors = json.getAsJsonObject("anchors").getAsJsonObject("source");
        assertEquals(4, anchors.get("rank").getAsDouble());
        assertTrue(anchors.get("coverage").getAsDouble() > 0.5, anchors.toString());
        assertTrue(json.getAsJsonArray("gates").get(0).getAsJsonObject().get("met").getAsBoolean());
        assertEquals(json, told(NOT_MET, words));
    }

    @Test
    void unequalWidthsAreAnsweredAndSaidInTheShellToo() throws Exception {
        spaces();
        JsonObject json =
                told(
                        0,
                        "--source=x.vec",
                        "--target=narrow.vec",
                        "--metric=mrr",
                        "--metric=linear-cka",
                        "--bootstrap=50",
                        "--aligner=rigid",
                        "--aligner=linear",
                        "--gate=mrr>0.9");
        assertEquals(1, value(json, "mrr", "linear"), 1e-9);
        assertTrue(value(json, "linear-cka", "absolute") < 0.95);
        assertEquals(
                "two spaces must be equally wide, but 'x.vec, held out' has width 4 and"
                        + " 'narrow.vec, held out' has width 3",
                named(named(json, "metrics", "metric", "mrr"), "readings", "form", "absolute")
                        .get("reason")
                        .getAsString());
        Process shell = relrep.start("shell");
        try (var in = shell.outputWriter()) {
            in.write(
                    "compare --source x.vec --target narrow.vec --metric mrr --aligner linear"
                            + " --quiet --gate 'linear:mrr<0.5'\n");
        }
        Relrep.Result result = relrep.end(shell);
        assertEquals(NOT_MET, result.exit(), result.err());
        assertTrue(
                result.out().contains("gate linear:mrr<0.5 not met: linear mrr is 1"),
                result.out());
    }

    /**
     * Two models of one text, 8,000 words, 1,600 of them held out: the relative form finds more of
     * them than the spaces as they are, and a rotation more still.
     */
    @Test
    void wordVectorsOfTwoModels() throws Exception {
        String words = words();
        JsonObject json =
                told(
                        0,
                        "--source",
                        words + "imdb-fasttext-subword-8000x100.vec.gz",
                        "--target",
                        words + "imdb-word2vec-skipgram-8000x100.vec.gz",
                        "--keys",
                        "own",
                        "--metric",
                        "mrr",
                        "--metric",
                        "jaccard",
                        "--aligner",
                        "rigid",
                        "--gate",
                        "relative:mrr>=0.5");
        assertEquals(8000, json.get("rows").getAsInt());
        double absolute = value(json, "mrr", "absolute");
        double relative = value(json, "mrr", "relative");
        assertTrue(absolute > 0.2 && absolute + 0.2 < relative, absolute + " " + relative);
        assertTrue(relative + 0.15 < value(json, "mrr", "rigid"));
        double staying = recall(json, "staying", "");
        double rigid = recall(json, "mapped-source", "rigid");
        assertTrue(recall(json, "no-map", "") + 0.1 < rigid, json.get("verdict").getAsString());
        assertTrue(staying + 0.03 < rigid, staying + " " + rigid);
        assertTrue(json.getAsJsonArray("warnings").toString().contains("narrow cone"));
    }

    /** 6,155 words of two vocabularies, 300 and 25 wide. */
    @Test
    void wordVectorsOfUnequalWidths() throws Exception {
        String words = words();
        JsonObject json =
                told(
                        0,
                        "--source",
                        words + "word2vec-googlenews-8000x300.bin.gz",
                        "--target",
                        words + "glove.twitter.27B.25d-subset-11925x25.txt.gz",
                        "--keys",
                        "own",
                        "--metric",
                        "mrr",
                        "--aligner",
                        "linear");
        assertEquals(6155, json.get("rows").getAsInt());
        assertTrue(value(json, "mrr", "relative") > 0.3);
        assertTrue(value(json, "mrr", "linear") > 0.6);
    }

    private static String words() {
        String data = System.getenv("RELREP_DATA");
        assumeTrue(data != null, "RELREP_DATA names no folder with word-vectors/");
        Path folder = Path.of(data, "word-vectors");
        assumeTrue(Files.isDirectory(folder), folder + " is not there");
        return folder.toAbsolutePath() + "/";
    }
}
