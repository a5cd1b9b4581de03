package relrep.itest.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Tests {@code ./relrep} as a process: exit codes, signals, and files left behind. */
final class LaunchTest {
    @TempDir Path folder;

    private Relrep relrep;

    @BeforeEach
    void placeItself() {
        relrep = new Relrep(folder);
    }

    @Test
    void writesNothingToStandardErrorAndLeavesNothingBehind() throws Exception {
        Relrep.Result result = relrep.run("--version");
        assertEquals("", result.err());
        assertEquals(0, result.exit());
        assertTrue(result.out().startsWith("relrep "), result::out);
        assertEquals(List.of(), left());
    }

    @Test
    void aHalfCopiedPluginDoesNoHarm() throws Exception {
        Path whole = waiting(folder.resolve("whole.jar"));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(
                relrep.plugins().resolve("half.jar"),
                java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(0, relrep.run("--version").exit());
    }

    /** What computes has all of the compiler, and so have the programs beside the commands. */
    @Test
    void whatMeasuresSpeedIsCompiledToTheEnd() throws Exception {
        Relrep.Result result =
                relrep.with("RELREP_JAVA_OPTIONS", "-XX:+PrintFlagsFinal").run("bench", "--help");
        assertEquals(0, result.exit(), result.err());
        String level =
                result.out()
                        .lines()
                        .filter(line -> line.contains("TieredStopAtLevel"))
                        .findAny()
                        .orElse("");
        assertTrue(level.contains("= 4"), level);
    }

    @Test
    void severalRunAtOnce() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(relrep.start("--version"));
        }
        for (Process process : processes) {
            assertEquals(0, relrep.end(process).exit());
        }
        assertEquals(List.of(), left());
    }

    @Test
    void terminatedItTellsTheCommandAndExits143() throws Exception {
        Process process = startWaiting();
        process.toHandle().destroy();
        assertEnded(143, relrep.end(process));
    }

    @Test
    void interruptedItTellsTheCommandAndExits130() throws Exception {
        Signals.assumeInterruptsAreHeard();
        Process process = startWaiting();
        Signals.interrupt(process);
        assertEnded(130, relrep.end(process));
    }

    @Test
    void whatAKilledProcessLeftIsSweptByTheNext() throws Exception {
        Process process = startWaiting();
        process.destroyForcibly().waitFor();
        assertEquals(2, left().size(), "a storage and its lock");
        Files.delete(relrep.plugins().resolve("waiting.jar"));
        relrep.run("--version");
        assertEquals(List.of(), left());
    }

    private void assertEnded(int exit, Relrep.Result result) throws IOException {
        assertEquals("interrupted\nstopped\n", result.out());
        assertEquals("", result.err());
        assertEquals(exit, result.exit());
        assertEquals(List.of(), left());
    }

    private Process startWaiting() throws IOException {
        waiting(relrep.plugins().resolve("waiting.jar"));
        Process process = relrep.start("list");
        Relrep.awaitLine(process, "waiting");
        return process;
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> list = Files.list(relrep.storages())) {
            return list.toList();
        }
    }

    private static Path waiting(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "relrep.itest.waiting");
        main.putValue("Bundle-Activator", Waiting.class.getName());
        main.putValue("Import-Package", "org.osgi.framework");
        String name = Waiting.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                InputStream in = Waiting.class.getClassLoader().getResourceAsStream(name)) {
            entries.putNextEntry(new ZipEntry(name));
            in.transferTo(entries);
        }
        return jar;
    }
}
