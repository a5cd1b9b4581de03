package relrep.itest.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Blocks;
import relrep.itest.bundle.Gate;
import relrep.itest.bundle.Jars;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tests plugins that are added, changed and removed while the shell runs. */
class HotPluginTest {
    private static final String API =
            "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.similarity";

    @TempDir Path folder;

    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(new Relrep(folder));
    }

    @AfterEach
    void close() throws Exception {
        shell.close();
    }

    private Path blocks(String version) throws IOException {
        return Jars.bundle(folder.resolve("blocks.jar"), Blocks.class, version, API);
    }

    private String listed(String plugin) throws IOException {
        return shell.say("list similarity").stream()
                .filter(line -> line.matches("similarity\\s+" + plugin + "\\s.*"))
                .findFirst()
                .orElse("");
    }

    @Test
    void comesChangesAndGoes() throws Exception {
        assertEquals("", listed("blocks"));
        Jars.drop(blocks("1.0.0"), shell.plugins());
        assertEquals(List.of("there"), shell.say("probe:await blocks 1.0.0"));
        assertTrue(listed("blocks").contains(" ready "), listed("blocks"));
        assertEquals(List.of("7.0"), shell.say("probe:value blocks"));

        Jars.drop(blocks("3.0.0"), shell.plugins());
        assertEquals(List.of("there"), shell.say("probe:await blocks 3.0.0"));
        assertTrue(listed("blocks").contains(" 3.0.0 "), listed("blocks"));
        assertEquals(List.of("21.0"), shell.say("probe:value blocks"));

        Files.delete(shell.plugins().resolve("blocks.jar"));
        assertEquals(List.of("gone"), shell.say("probe:gone blocks"));
        assertEquals("", listed("blocks"));
    }

    @Test
    void aHalfCopiedJarDoesNoHarmAndIsThereWhenItIsWhole() throws Exception {
        byte[] whole = Files.readAllBytes(blocks("1.0.0"));
        Path half = shell.plugins().resolve("a-half.jar");
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));
        // plugins are looked at in one go: when the second is there, the first was seen
        Path gate = Jars.bundle(folder.resolve("gate.jar"), Gate.class, "1.0.0", API);
        Jars.drop(gate, shell.plugins());
        assertEquals(List.of("there"), shell.say("probe:await gate 1.0.0"));
        assertEquals("", listed("blocks"));

        Files.write(half, whole);
        assertEquals(List.of("there"), shell.say("probe:await blocks 1.0.0"));
        assertEquals(List.of("7.0"), shell.say("probe:value blocks"));
    }

    @Test
    void aBundleThatDoesNotResolveIsListedWithTheReason() throws Exception {
        Path stuck =
                Jars.bundle(
                        folder.resolve("a-stuck.jar"),
                        Blocks.class,
                        "1.0.0",
                        API + ",org.example.nowhere");
        Jars.drop(stuck, shell.plugins());
        Path gate = Jars.bundle(folder.resolve("gate.jar"), Gate.class, "1.0.0", API);
        Jars.drop(gate, shell.plugins());
        assertEquals(List.of("there"), shell.say("probe:await gate 1.0.0"));
        String list = String.join("\n", shell.say("list"));
        assertTrue(list.contains("org.example.blocks"), list);
        assertTrue(list.contains("org.example.nowhere"), list);
    }
}
