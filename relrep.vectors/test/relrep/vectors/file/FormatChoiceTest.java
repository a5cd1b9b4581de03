package relrep.vectors.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Tests the choice among several formats for reading and for writing a file. */
class FormatChoiceTest {
    @TempDir Path folder;

    private final List<String> notes = new ArrayList<>();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("x.my"), "MY 1 2\n");
    }

    /** A format whose files have one number, its own. */
    private record Format(
            float number,
            boolean lastResort,
            List<String> writes,
            BiPredicate<String, byte[]> knows)
            implements VectorFormat {
        @Override
        public boolean recognises(String name, byte[] beginning) {
            return knows.test(name, beginning);
        }

        @Override
        public VectorFile open(VectorSource source, Run run) {
            return MemoryFile.of(Matrix.of(1, 1, number));
        }

        @Override
        public VectorWriter create(VectorTarget target) {
            throw new InvalidInputException("written by " + number);
        }
    }

    private static final Format TEXT =
            new Format(1, true, List.of(), (name, bytes) -> name.endsWith(".txt") || text(bytes));
    private static final Format MY =
            new Format(2, false, List.of(".my"), (name, bytes) -> name.endsWith(".my"));
    private static final Format MAGIC =
            new Format(3, false, List.of(), (name, bytes) -> bytes.length > 1 && bytes[0] == 'M');
    private static final Format OTHER =
            new Format(4, false, List.of(".my"), (name, bytes) -> name.endsWith(".other"));
    private static final Format BROKEN =
            new Format(
                    5,
                    false,
                    List.of(),
                    (name, bytes) -> {
                        throw new IllegalStateException("oh");
                    });
    private static final Format REFUSING =
            new Format(
                    6,
                    false,
                    List.of(),
                    (name, bytes) -> {
                        throw new InvalidInputException("not mine");
                    });

    private static boolean text(byte[] bytes) {
        return bytes.length > 0 && bytes[0] >= ' ';
    }

    private VectorFiles files(ExamplePlugins services, String... named) {
        return new VectorFiles(
                services, folder, List.of(named).stream().map(Expression::parse).toList());
    }

    private static ExamplePlugins installed() {
        return new ExamplePlugins().with(Kind.VECTOR_FORMAT, "any-text", TEXT);
    }

    private float read(VectorFiles files, String name) {
        try (VectorFile opened = files.open(name, new NotedRun(notes))) {
            return opened.read(0, 1).vectors().get(0, 0);
        }
    }

    /** Keeps what is said. */
    @Test
    void theLastResortReadsWhatNoOtherKnows() throws IOException {
        Files.writeString(folder.resolve("x.txt"), "MY 1 2\n");
        Files.writeString(folder.resolve("plain.txt"), "a 1 2\n");
        ExamplePlugins ending = installed().with(Kind.VECTOR_FORMAT, "my-text", MY);
        ExamplePlugins magic = installed().with(Kind.VECTOR_FORMAT, "magic", MAGIC);
        assertEquals(1, read(files(installed()), "x.my"));
        assertEquals(2, read(files(ending), "x.my"));
        assertEquals(3, read(files(magic), "x.my"));
        assertEquals(3, read(files(magic), "x.txt"));
        assertEquals(1, read(files(magic), "plain.txt"));
        assertEquals(1, read(files(ending, "any-text"), "x.my"));
        assertEquals(List.of(), notes);
    }

    @Test
    void theOnlyFormatThatIsNamedGoesBeforeTheLastResort() throws IOException {
        Files.writeString(folder.resolve("x.txt"), "a 1 2\n");
        VectorFiles files = files(installed().with(Kind.VECTOR_FORMAT, "other", OTHER), "other");
        assertEquals(4, read(files, "x.my"));
        assertEquals(1, read(files, "x.txt"));
    }

    @Test
    void aFormatThatFailsIsPassedOverAndSaidOnce() {
        VectorFiles files =
                files(
                        installed()
                                .with(Kind.VECTOR_FORMAT, "broken", BROKEN)
                                .with(Kind.VECTOR_FORMAT, "refusing", REFUSING));
        assertEquals(1, read(files, "x.my"));
        assertEquals(1, read(files, "x.my"));
        assertEquals(
                List.of(
                        "vector format 'broken' failed in recognises: IllegalStateException: oh; it"
                                + " is passed over for "
                                + file,
                        "vector format 'refusing' failed in recognises: InvalidInputException: not"
                                + " mine; it is passed over for "
                                + file),
                notes);
    }

    @Test
    void aFormatThatFailsIsNamedWhereNoOtherKnowsTheFile() {
        VectorFiles files = files(new ExamplePlugins().with(Kind.VECTOR_FORMAT, "broken", BROKEN));
        assertEquals(
                "vector format 'broken' failed in recognises: IllegalStateException: oh (and no"
                        + " other format knows "
                        + file
                        + ")",
                assertThrows(PluginFailureException.class, () -> read(files, "x.my")).getMessage());
    }

    /** What any text is to a last resort that finds no vectors in it. */
    private record Words(boolean refuses) implements VectorFormat {
        @Override
        public boolean recognises(String name, byte[] beginning) {
            return name.endsWith(".txt") || text(beginning);
        }

        @Override
        public boolean lastResort() {
            return true;
        }

        @Override
        public VectorFile open(VectorSource source, Run run) {
            if (refuses) {
                throw new InvalidInputException("line 1: expected a word");
            }
            return MemoryFile.ofKeys(List.of("MY"));
        }
    }

    @Test
    void aFormatThatFailsIsNamedWhereALastResortFindsNoVectors() throws IOException {
        Files.writeString(folder.resolve("x.txt"), "MY\n");
        for (boolean refuses : new boolean[] {false, true}) {
            ExamplePlugins services =
                    new ExamplePlugins()
                            .with(Kind.VECTOR_FORMAT, "words", new Words(refuses))
                            .with(Kind.VECTOR_FORMAT, "broken", BROKEN);
            String sentence =
                    assertThrows(PluginFailureException.class, () -> open(files(services), "x.my"))
                            .getMessage();
            assertEquals(
                    "vector format 'broken' failed in recognises: IllegalStateException: oh (and"
                            + " no other format knows "
                            + file
                            + ")",
                    sentence);
            if (refuses) {
                assertThrows(
                        InvalidInputException.class, () -> open(files(services, "words"), "x.my"));
                assertThrows(InvalidInputException.class, () -> open(files(services), "x.txt"));
            } else {
                open(files(services, "words"), "x.my");
                open(files(services), "x.txt");
            }
        }
    }

    private void open(VectorFiles files, String name) {
        files.open(name, new NotedRun(notes)).close();
    }

    @Test
    void ofTwoThatWriteOneEndingTheFirstByNameDoesAndThatIsSaid() {
        ExamplePlugins both =
                installed()
                        .with(Kind.VECTOR_FORMAT, "other", OTHER)
                        .with(Kind.VECTOR_FORMAT, "my-text", MY);
        VectorFiles files = files(both);
        files.requireWritable("y.my");
        assertEquals(List.of(), notes);
        assertEquals("written by 2.0", written(files));
        assertEquals(
                List.of(
                        "y.my may be written by my-text and other; my-text does, the first by name;"
                                + " format=other chooses another"),
                notes);
        notes.clear();
        assertEquals("written by 4.0", written(files(both, "other")));
        assertEquals(List.of(), notes);
    }

    private String written(VectorFiles files) {
        return assertThrows(
                        InvalidInputException.class,
                        () -> files.create("y.my", 1, 1, false, new NotedRun(notes)))
                .getMessage();
    }

    /** Instead of days of writing. */
    @Test
    void whatNoDiskCanHoldIsNotBegun() {
        VectorFiles files =
                new VectorFiles(
                        new ExamplePlugins().with(Kind.VECTOR_FORMAT, "my", MY), folder, List.of());
        Exception full =
                assertThrows(
                        UnavailableException.class,
                        () -> files.create("y.my", 1L << 50, 6, false, Run.quiet(Seed.of(1))));
        assertTrue(
                full.getMessage()
                        .startsWith(
                                "the disk must hold %s: 1125899906842624 × 6 numbers need"
                                        .formatted(folder.resolve("y.my"))),
                full.getMessage());
        assertEquals(
                "written by 2.0",
                assertThrows(
                                InvalidInputException.class,
                                () -> files.create("y.my", 5, 6, false, Run.quiet(Seed.of(1))))
                        .getMessage());
    }
}
