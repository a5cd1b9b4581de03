package relrep.workbench.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.Run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CheckedVectorWriterTest {
    @TempDir Path folder;

    /** A format whose writers write when it is said so. */
    private record Lazy(boolean works) implements VectorFormat {
        @Override
        public boolean recognises(String name, byte[] beginning) {
            return false;
        }

        @Override
        public VectorFile open(VectorSource source, Run run) {
            throw new UnsupportedOperationException();
        }

        @Override
        public VectorWriter create(VectorTarget target) {
            return new VectorWriter() {
                @Override
                public boolean keepsKeys() {
                    return false;
                }

                @Override
                public void append(VectorBlock block) {}

                @Override
                public void commit() {
                    if (works) {
                        write(target.file(), "new");
                    }
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public List<String> writes() {
            return List.of(".lazy");
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VectorWriter writer(boolean writes) {
        return CheckedPlugin.of(VectorFormat.class, "lazy", new Lazy(writes))
                .create(new VectorTarget(folder.resolve("z.lazy"), 1, 1, false));
    }

    @Test
    void aFileThatWasThereBeforeIsNoProof() throws IOException {
        assertEquals(
                "vector format 'lazy': commit must leave a file " + folder.resolve("z.lazy"),
                assertThrows(PluginFailureException.class, writer(false)::commit).getMessage());
        write(folder.resolve("z.lazy"), "older");
        assertEquals(
                "vector format 'lazy': commit must replace the file %s, which is as it was before"
                        .formatted(folder.resolve("z.lazy")),
                assertThrows(PluginFailureException.class, writer(false)::commit).getMessage());
        assertDoesNotThrow(writer(true)::commit);
        assertEquals("new", Files.readString(folder.resolve("z.lazy")));
    }
}
