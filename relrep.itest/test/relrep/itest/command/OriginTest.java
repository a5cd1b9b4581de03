package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Jars;
import relrep.itest.launch.FileChecksum;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Checks that every computing command reports the checksums of the third-party plugins that it
 * used.
 */
class OriginTest {
    @TempDir Path folder;

    private Relrep relrep;

    @BeforeEach
    void install() throws IOException {
        relrep = new Relrep(folder);
        for (String kind : List.of("similarity", "aligner", "metric")) {
            Path jar = Jars.kind(folder.resolve(kind + ".jar"), kind, "2.0.0");
            Jars.drop(jar, relrep.plugins());
        }
        Files.writeString(
                folder.resolve("x.csv"),
                IntStream.range(0, 40)
                        .mapToObj(i -> "%d.5,%d.25,1.5,%d".formatted(i * 7 % 40, i * 11 % 13, i))
                        .collect(Collectors.joining("\n")));
    }

    private List<String> origins(String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--json", "--quiet"));
        Relrep.Result result = relrep.run(words.toArray(String[]::new));
        assertEquals("", result.err());
        JsonObject json = JsonParser.parseString(result.out()).getAsJsonObject();
        JsonArray plugins = json.has("plugins") ? json.getAsJsonArray("plugins") : new JsonArray();
        List<String> found = new ArrayList<>();
        for (var each : plugins) {
            JsonObject one = each.getAsJsonObject();
            Path jar = folder.resolve("plugins").resolve(one.get("file").getAsString());
            assertEquals(FileChecksum.of(jar), one.get("sha256").getAsString());
            assertEquals("2.0.0", one.get("version").getAsString());
            found.add(one.get("bundle").getAsString());
        }
        return found;
    }

    @Test
    void withItsChecksum() throws Exception {
        String[] project = {"project", "--points=x.csv", "--anchors=x.csv", "--out=r.npy"};
        assertEquals(List.of(), origins(project));
        List<String> similar = new ArrayList<>(List.of(project));
        similar.add("--similarity=hot");
        assertEquals(List.of("org.example.similarity"), origins(similar.toArray(String[]::new)));
        similar.set(similar.size() - 1, "--similarity=product:of=cosine+hot");
        assertEquals(List.of("org.example.similarity"), origins(similar.toArray(String[]::new)));
        String[] align = {
            "align", "--source=x.csv", "--target=x.csv", "--out=m.safetensors", "--aligner=hot"
        };
        assertEquals(List.of("org.example.aligner"), origins(align));
        String map =
                new String(
                        Files.readAllBytes(folder.resolve("m.safetensors")),
                        StandardCharsets.ISO_8859_1);
        String sha = FileChecksum.of(folder.resolve("plugins/aligner.jar"));
        assertTrue(
                map.contains("\"plugins\":\"org.example.aligner 2.0.0 sha256:" + sha + "\""), map);
        assertEquals(
                List.of("org.example.aligner"),
                origins("apply", "--map=m.safetensors", "--points=x.csv", "--out=w.npy"));
        assertEquals(
                List.of("org.example.metric"),
                origins(
                        "compare",
                        "--source=x.csv",
                        "--target=x.csv",
                        "--aligner=rigid",
                        "--metric=hot"));
        align[4] = "--aligner=rigid";
        assertEquals(List.of(), origins(align));
        assertFalse(
                Files.readString(folder.resolve("m.safetensors"), StandardCharsets.ISO_8859_1)
                        .contains("\"plugins\""));
    }
}
