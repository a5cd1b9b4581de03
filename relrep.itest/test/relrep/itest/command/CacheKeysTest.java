package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Jars;
import relrep.itest.launch.Clone;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tests the effect of changes in relrep's own bundles on cache entries. */
class CacheKeysTest {
    private static final String EXPERIMENT =
            """
            name: steps
            kind: compare
            data: digits(train=200, test=60)
            networks: {a: pca, b: dense(epochs=1)}
            width: 4
            anchors: random(count=10)
            similarity: cosine
            bridges: [absolute, relative]
            metrics: [linear-cka]
            """;

    @TempDir Path folder;

    @Test
    void aChangeOfTheEngineKeepsNoEntryAndOneOfTheCommandLineKeepsAll() throws Exception {
        Path clone = Clone.of(folder.resolve("clone"));
        Relrep relrep = new Relrep(folder).of(clone);
        Files.writeString(folder.resolve("steps.yaml"), EXPERIMENT);
        JsonObject first = provenance(relrep, "first");
        int cells = first.get("cells_computed").getAsInt();
        int networks = first.get("networks_trained").getAsInt();
        assertTrue(cells > 0 && networks > 0, first::toString);

        Jars.change(clone.resolve("dist/bundles/relrep.cli.jar"));
        assertComputed(0, 0, provenance(relrep, "cli"));

        for (String bundle : new String[] {"relrep.runtime", "relrep.workbench"}) {
            Jars.change(clone.resolve("dist/bundles/" + bundle + ".jar"));
            assertComputed(cells, networks, provenance(relrep, bundle));
        }
        assertSameResults("first", "relrep.workbench");
    }

    private JsonObject provenance(Relrep relrep, String out) throws Exception {
        Relrep.Result result = relrep.run("run", "steps.yaml", "--quiet", "--out", out);
        assertEquals(0, result.exit(), result.err());
        String json = Files.readString(folder.resolve(out).resolve("provenance.json"));
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private static void assertComputed(int cells, int networks, JsonObject provenance) {
        assertEquals(cells, provenance.get("cells_computed").getAsInt(), provenance::toString);
        assertEquals(networks, provenance.get("networks_trained").getAsInt(), provenance::toString);
    }

    private void assertSameResults(String one, String other) throws IOException {
        assertEquals(
                Files.readString(folder.resolve(one).resolve("results.csv")),
                Files.readString(folder.resolve(other).resolve("results.csv")));
    }
}
