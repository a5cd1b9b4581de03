package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Crooked;
import relrep.itest.bundle.CrookedTrainer;
import relrep.itest.bundle.Flattering;
import relrep.itest.bundle.Jars;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Checks that no results of a third-party bundle are used when its plugins break their contracts.
 */
class BrokenContractTest {
    private static final String API =
            "org.osgi.framework,relrep.api.alignment,relrep.api.data,relrep.api.metric,"
                    + "relrep.api.plugin,relrep.api.run,relrep.api.similarity";

    private static final String EXPERIMENT =
            """
            name: crooked
            kind: compare
            data: [digits(train=200, test=60), crooked]
            networks: {n: dense(epochs=1)}
            width: 4
            seeds: [1, 2]
            anchors: [random(count=12), crooked]
            similarity: [cosine, crooked]
            bridges: [absolute, rigid, crooked, relative]
            metrics: [mrr, crooked]
            """;

    private static final List<String> SENTENCES =
            List.of(
                    "dataset 'crooked': load must return a split, not null",
                    "similarity 'crooked': compare must return 60 × 12, not 60 × 13",
                    "anchor selector 'crooked': select must choose each row at most once, but row 0"
                            + " comes again in anchor 1",
                    "aligner 'crooked' failed in apply: StackOverflowError",
                    "metric 'crooked': measure must return a number from 0.0 to 1.0, not 1.7");

    @TempDir Path folder;

    private Relrep relrep;

    @BeforeEach
    void install() throws IOException {
        relrep = new Relrep(folder);
        Path jar = folder.resolve("crooked.jar");
        Jars.drop(Jars.bundle(jar, Crooked.class, "1.0.0", API), relrep.plugins());
    }

    @Test
    void eachIsAFailedRowAndTheOthersAreThere() throws Exception {
        Files.writeString(folder.resolve("crooked.yaml"), EXPERIMENT);
        Relrep.Result result = relrep.run("run", "crooked.yaml", "--out", "found");
        assertEquals(1, result.exit(), result.err());
        String failures = Files.readString(folder.resolve("found/failures.csv"));
        for (String sentence : SENTENCES) {
            assertTrue(failures.contains(sentence), () -> sentence + " in " + failures);
        }
        List<String> rows = Files.readAllLines(folder.resolve("found/results.csv"));
        for (String held : List.of(",absolute,,mrr,", ",rigid,,mrr,", ",12,relative,cosine,mrr,")) {
            assertTrue(rows.stream().anyMatch(row -> row.contains(held)), () -> held + rows);
        }
        assertEquals(
                List.of(),
                rows.stream()
                        .skip(1)
                        .filter(row -> row.contains("relative,crooked,") || row.contains(",1.7"))
                        .toList());
    }

    private void writeTable() throws IOException {
        String table =
                IntStream.range(0, 60)
                        .mapToObj(i -> "%d.5,%d.25".formatted(i * 37 % 60, i * 11 % 60))
                        .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("x.csv"), table);
    }

    @Test
    void aVerdictNamesTheStrangerThatMeasuredIt() throws Exception {
        writeTable();
        Jars.drop(
                Jars.bundle(
                        folder.resolve("flattering.jar"),
                        Flattering.class,
                        "1.0.0",
                        "org.osgi.framework,relrep.api.data,relrep.api.metric,relrep.api.run"),
                relrep.plugins());
        Relrep.Result result =
                relrep.run(
                        "compare",
                        "--source=x.csv",
                        "--target=x.csv",
                        "--metric=mrr",
                        "--aligner=rigid",
                        "--quiet");
        assertEquals(0, result.exit(), result.err());
        assertTrue(
                result.out()
                        .contains(
                                " nearest of the target, as measured by org.example.flattering"
                                        + " 1.0.0: "),
                result.out());
    }

    @Test
    void compareTellsOfThemAndMeasuresTheRest() throws Exception {
        writeTable();
        Relrep.Result result =
                relrep.run(
                        "compare",
                        "--source=x.csv",
                        "--target=x.csv",
                        "--similarity=crooked",
                        "--metric=mrr",
                        "--metric=crooked",
                        "--aligner=crooked",
                        "--aligner=rigid",
                        "--quiet");
        assertEquals(1, result.exit(), result.err());
        for (String plugin : List.of("similarity", "aligner", "metric")) {
            assertTrue(
                    result.out()
                            .lines()
                            .anyMatch(l -> l.startsWith("failed: " + plugin + " 'crooked'")),
                    result.out());
        }
        assertTrue(
                result.out().lines().anyMatch(line -> line.matches("mrr +absolute +0[.]8750 .*")),
                result.out());
    }

    @Test
    void checkNamesWhatIsBroken() throws Exception {
        Relrep.Result result = relrep.run("check", "crooked", "--quiet");
        assertEquals(1, result.exit(), result.err());
        List<String> broken =
                result.out().lines().filter(line -> line.startsWith("  broken ")).toList();
        assertTrue(
                broken.stream().anyMatch(line -> line.contains("StackOverflowError")),
                result.out());
        assertEquals("", result.err());
    }

    @Test
    void whatPluginsWorkThroughIsNamedItself() throws Exception {
        Path jar = folder.resolve("trainer.jar");
        Jars.drop(
                Jars.bundle(
                        jar,
                        CrookedTrainer.class,
                        "1.0.0",
                        "org.osgi.framework,relrep.api.data,relrep.api.model,relrep.api.run"),
                relrep.plugins());
        Files.writeString(folder.resolve("x.csv"), "1,2\n3,4\n5,7\n8,1\n");
        Relrep.Result product =
                relrep.run(
                        "project",
                        "--points=x.csv",
                        "--anchors=random:count=2",
                        "--similarity=product:of=cosine+crooked",
                        "--out=r.npy",
                        "--quiet");
        assertEquals(
                "relrep: similarity 'crooked': compare must return 4 × 2, not 4 × 3\n",
                product.err());
        assertEquals(1, product.exit());
        Relrep.Result mlp =
                relrep.run(
                        "align",
                        "--source=x.csv",
                        "--target=x.csv",
                        "--aligner=mlp",
                        "--out=m.safetensors",
                        "--quiet");
        assertEquals(
                "relrep: trainer 'CrookedTrainer' of 'org.example.crookedtrainer 1.0.0': predict"
                        + " must return 4 × 2, not 4 × 3\n",
                mlp.err());
        assertEquals(1, mlp.exit());
    }
}
