package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.launch.Relrep;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Tests the JSON output of commands. */
class JsonTest {
    @TempDir Path folder;

    private Relrep relrep;

    @BeforeEach
    void place() {
        relrep = new Relrep(folder);
    }

    private JsonElement json(String... words) throws Exception {
        Relrep.Result result = relrep.run(words);
        assertEquals("", result.err());
        assertEquals(0, result.exit());
        return JsonParser.parseString(result.out());
    }

    @Test
    void everyPluginIsListedWithKindNameBundleVersionAndState() throws Exception {
        JsonObject list = json("list", "--json").getAsJsonObject();
        assertEquals(0, list.getAsJsonArray("stuck").size(), list::toString);
        JsonArray all = list.getAsJsonArray("plugins");
        Set<String> names = new TreeSet<>();
        for (JsonElement each : all) {
            JsonObject plugin = each.getAsJsonObject();
            for (String key : new String[] {"kind", "name", "bundle", "version", "state"}) {
                assertTrue(plugin.has(key), () -> key + " of " + plugin);
            }
            assertEquals("ready", plugin.get("state").getAsString(), plugin::toString);
            names.add(plugin.get("name").getAsString());
        }
        for (String name :
                new String[] {
                    "cosine",
                    "robust-cosine",
                    "euclidean",
                    "rigid",
                    "orthogonal",
                    "linear",
                    "affine",
                    "ridge",
                    "mlp",
                    "random",
                    "per-class",
                    "class-means",
                    "farthest",
                    "digits",
                    "mnist",
                    "fashion-mnist",
                    "kmnist",
                    "dense",
                    "conv",
                    "pca",
                    "cosine-index",
                    "jaccard",
                    "mrr",
                    "linear-cka",
                    "silhouette",
                    "mse",
                    "accuracy",
                    "f1",
                    "mae",
                    "summary",
                    "demo",
                    "mnist-stitching"
                }) {
            assertTrue(names.contains(name), () -> name + " is not among " + names);
        }
    }

    @Test
    void aPluginTellsItsOptionsClaimsAndSource() throws Exception {
        JsonObject info = json("info", "robust-cosine", "--json").getAsJsonObject();
        assertEquals("robust-cosine", info.get("name").getAsString());
        assertTrue(info.get("source").getAsString().startsWith("García-Castellanos"));
        JsonObject option = info.getAsJsonArray("options").get(0).getAsJsonObject();
        assertEquals("eps", option.get("name").getAsString());
        assertEquals("at least 0", option.get("range").getAsString());
        String unchanged = info.getAsJsonObject("claims").get("unchanged by").getAsString();
        assertEquals("permutation, translation", unchanged);
    }

    /** The contract kit in the running framework, on everything that is installed. */
    @Test
    void everyPluginKeepsItsContract() throws Exception {
        JsonArray all =
                json("check", "--json", "--quiet").getAsJsonObject().getAsJsonArray("plugins");
        assertTrue(all.size() >= 30, () -> "only " + all.size());
        int kept = 0;
        for (JsonElement plugin : all) {
            for (JsonElement check : plugin.getAsJsonObject().getAsJsonArray("checks")) {
                String outcome = check.getAsJsonObject().get("outcome").getAsString();
                assertTrue(!outcome.equals("broken"), () -> plugin + " " + check);
                kept += outcome.equals("kept") ? 1 : 0;
            }
        }
        int found = kept;
        assertTrue(found > 500, () -> "only " + found + " laws were looked at");
    }

    @Test
    void doctorTellsOfJavaAndNatives() throws Exception {
        Set<String> names = new TreeSet<>();
        for (JsonElement each : json("doctor", "--json").getAsJsonArray()) {
            JsonObject fact = each.getAsJsonObject();
            names.add(fact.get("name").getAsString());
            assertTrue(fact.get("healthy").getAsBoolean(), fact::toString);
        }
        assertTrue(names.containsAll(Set.of("java", "natives", "blas", "cache")), names::toString);
    }
}
