package relrep.workbench.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.file.VectorFormat;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.tck.counterexample.BadFormats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A writer that says it has written, and leaves the work to the test. */
class CheckedVectorWriterTest {
    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("x.bad");
    }

    private VectorWriter writer() {
        return CheckedPlugin.of(VectorFormat.class, "bad", BadFormats.writing().plugin())
                .create(new VectorTarget(file, 1, 1, false));
    }

    private void assertRefused(String sentence) {
        assertEquals(
                "vector format 'bad': commit must " + sentence,
                assertThrows(PluginFailureException.class, writer()::commit).getMessage());
    }

    @Test
    void aFileThatWasThereBeforeIsNoProof() throws IOException {
        assertRefused("leave a file " + file);
        Files.writeString(file, "older");
        assertRefused("replace the file %s, which is as it was before".formatted(file));
    }

    @Test
    void aFileThatIsWrittenIsTaken() throws IOException {
        Files.writeString(file, "older");
        VectorWriter writer = writer();
        Files.writeString(file, "new");
        assertDoesNotThrow(writer::commit);
    }
}
