package relrep.files.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.DataPlaces;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.files.Checksum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tests the check of files that are listed, or for which nothing is published. */
class OfficialFileTest {
    @TempDir Path folder;

    private final List<String> notes = new ArrayList<>();
    private final Run run = noting();
    private Path file;
    private String sum;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("set/part/a.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content");
        sum = Checksum.of(file);
    }

    @ParameterizedTest
    @CsvSource({"set/part, a.txt", "set, part/a.txt", "., set/part/a.txt"})
    void findsTheListingBesideItAndInFoldersAbove(String place, String name) throws IOException {
        list(place, sum, name);
        assertEquals(sum, OfficialFile.verifyListed(file, content -> {}));
        list(place, "0".repeat(64), name);
        assertThrows(
                InvalidInputException.class, () -> OfficialFile.verifyListed(file, content -> {}));
    }

    @Test
    void notesAFileThatNobodyListed() {
        assertEquals(sum, OfficialFile.verifyUnpublished(file, content -> {}, run));
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).startsWith(file + " is well formed, but "), notes.get(0));
    }

    @Test
    void comparesAFileThatIsListedAlthoughNothingIsPublished() throws IOException {
        list("set", sum, "part/a.txt");
        assertEquals(sum, OfficialFile.verifyUnpublished(file, content -> {}, run));
        assertEquals(List.of(), notes);
        list("set", "1".repeat(64), "part/a.txt");
        String message =
                assertThrows(
                                InvalidInputException.class,
                                () -> OfficialFile.verifyUnpublished(file, content -> {}, run))
                        .getMessage();
        assertTrue(message.contains("as its SHA256SUMS says"), message);
    }

    @Test
    void namesASetWhoseFolderIsCalledOtherwise() {
        SetFiles files =
                new SetFiles(
                        "short",
                        "long-name",
                        List.of(),
                        new DataPlaces(List.of(folder), folder.resolve("cache"), false));
        String message =
                assertThrows(
                                UnavailableException.class,
                                () ->
                                        files.require(
                                                OfficialFile.of("a.txt", 1, sum), List.of(), run))
                        .getMessage();
        assertTrue(message.startsWith("short needs long-name/a.txt, which is not in "), message);
    }

    private void list(String place, String checksum, String name) throws IOException {
        Files.writeString(
                folder.resolve(place).resolve("SHA256SUMS"), checksum + "  " + name + "\n");
    }

    private Run noting() {
        return new Run() {
            @Override
            public Seed seed() {
                return Seed.of(1);
            }

            @Override
            public void step(long done, long total) {}

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
}
