package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tests two architectures trained through similarities on the same digits and stitched in both
 * directions.
 */
class EndToEndTest {
    private static final String FILE =
            """
            name: cross
            kind: [compare, stitch]
            data: digits(train=300, test=80)
            networks: {n: "conv(epochs=1, channels=4+8)", m: dense(epochs=3)}
            width: 4
            between: other-network
            anchors: random(count=12)
            similarity: [cosine, euclidean, robust-cosine]
            bridges:
              compare: [relative, relative-end-to-end]
              stitch: [rigid, linear, relative, relative-end-to-end(every=3)]
            metrics: [jaccard, mse]
            """;

    @TempDir Path folder;

    @Test
    void conveysBothWaysAndTrainsNothingTwice() throws Exception {
        Files.writeString(folder.resolve("cross.yaml"), FILE);
        Relrep relrep = new Relrep(folder);
        Relrep.Result plan = relrep.run("run", "cross.yaml", "--dry-run");
        assertEquals(0, plan.exit(), plan.err());
        String line = "n(1) through euclidean to random(count=12) every 3 steps: conv(";
        assertTrue(plan.out().contains(line), plan.out());
        assertTrue(
                plan.out().contains("m(1) → n(1) relative-end-to-end(every=3) by robust-cosine"),
                plan.out());

        Relrep.Result result = relrep.run("run", "cross.yaml", "--out", "found");
        assertEquals(0, result.exit(), result.err());
        List<String> rows = Files.readAllLines(folder.resolve("found/results.csv"));
        for (String similarity : List.of("cosine", "euclidean", "robust-cosine")) {
            for (String ends : List.of("n,m", "m,n")) {
                String held = "," + ends + ",1,1,4,4,12,relative-end-to-end";
                requireNumber(rows, held + "(every=3)," + similarity + ",mse,");
                requireNumber(rows, held + "," + similarity + ",jaccard,");
            }
            requireNumber(rows, ",own-relative-end-to-end(every=3)," + similarity + ",mse,");
        }
        // two with decoders of latents, principal components, and both ways for each similarity
        assertEquals(2 + 1 + 3 * 2 * 2, kept("networks"));
        assertEquals(3 * 2, kept("decoders"));

        assertEquals(0, relrep.run("run", "cross.yaml", "--out", "again").exit());
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("found/results.csv")),
                Files.readAllBytes(folder.resolve("again/results.csv")));
        assertEquals(2 + 1 + 3 * 2 * 2, kept("networks"));
    }

    private static void requireNumber(List<String> rows, String held) {
        List<String> found = rows.stream().filter(row -> row.contains(held)).toList();
        assertTrue(!found.isEmpty(), () -> held + " in " + rows);
        for (String row : found) {
            String value = row.substring(row.indexOf(held) + held.length()).split(",", -1)[0];
            assertTrue(Double.isFinite(Double.parseDouble(value)), row);
        }
    }

    private long kept(String what) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(
                            file ->
                                    folder.resolve("cache")
                                            .relativize(file)
                                            .toString()
                                            .matches(what + "/.*[.]safetensors"))
                    .count();
        }
    }
}
