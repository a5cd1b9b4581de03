package relrep.runtime.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.experiment.Row;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class RunFolderTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String DIGEST = "0123456789abcdef";
    private static final String MUST =
            "out must name a new folder, an empty one, or one with an unfinished run of the same"
                    + " experiment; ";

    @TempDir private Path root;

    private RunFolder open(Path folder) {
        return RunFolder.open(folder, "e", DIGEST, CLOCK);
    }

    private String refusal(Path folder) {
        return assertThrows(InvalidInputException.class, () -> open(folder)).getMessage();
    }

    @Test
    void twoRunsOfOneSecondHaveTwoFolders() throws IOException {
        try (RunFolder first = RunFolder.create(root, "e", DIGEST, CLOCK);
                RunFolder second = RunFolder.create(root, "e", DIGEST, CLOCK)) {
            assertEquals(root.resolve("runs").resolve("e-20260102-030405-01234567"), first.path());
            assertNotEquals(first.path(), second.path());
            assertEquals(
                    second.path().toRealPath(),
                    root.resolve("runs").resolve("latest").toRealPath());
        }
    }

    @Test
    void aFolderThatHoldsSomethingElseIsRefused() throws IOException {
        Files.writeString(root.resolve("letter.txt"), "dear");
        assertEquals(MUST + root + " holds something else", refusal(root));
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path file = Files.writeString(root.resolve("letter.txt"), "dear");
        assertEquals(MUST + file + " is a file", refusal(file));
        String below = refusal(file.resolve("sub"));
        assertTrue(below.startsWith("out must name a folder that can be written, "), below);
    }

    @Test
    void anUnfinishedRunOfTheSameIsGoneOnWithAndNoOther() {
        try (RunFolder folder = open(root)) {
            folder.begin("name: e\n", new Provenance("e", DIGEST));
        }
        try (RunFolder again = open(root)) {
            again.end(new Provenance("e", DIGEST), Provenance.State.INTERRUPTED);
        }
        assertEquals(
                MUST + root + " holds an unfinished run of e with other settings",
                assertThrows(
                                InvalidInputException.class,
                                () -> RunFolder.open(root, "e", "ffff", CLOCK))
                        .getMessage());
        assertEquals(
                MUST + root + " holds an unfinished run of e",
                assertThrows(
                                InvalidInputException.class,
                                () -> RunFolder.open(root, "other", "ffff", CLOCK))
                        .getMessage());
        try (RunFolder again = open(root)) {
            again.end(new Provenance("e", DIGEST), Provenance.State.FINISHED);
        }
        assertEquals(MUST + root + " holds a finished run of e", refusal(root));
    }

    @Test
    void aFolderThatIsBeingWrittenIsRefused() {
        try (RunFolder folder = open(root)) {
            folder.begin("name: e\n", new Provenance("e", DIGEST));
            assertEquals(MUST + root + " is being written by another run", refusal(root));
        }
    }

    @Test
    void numbersAreWrittenWithoutLocaleAndReadBackTheSame() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try (RunFolder folder = open(root)) {
            folder.columns(List.of("bridge", "metric", "value", "note"));
            Map<String, String> factors = new LinkedHashMap<>();
            factors.put("bridge", "mlp(a=1, b=2)");
            factors.put("note", "");
            folder.add(
                    List.of(
                            new Row(factors, "mse", 0.1 + 0.2, new float[] {0.1f, 1e-10f}),
                            new Row(Map.of("note", "the \"why\""), "mse", Double.NaN, new float[0]),
                            new Row(Map.of(), "n", 1234567.0, new float[] {2})));
        } finally {
            Locale.setDefault(before);
        }
        assertEquals(
                "bridge,metric,value,note\n\"mlp(a=1, b=2)\",mse,0.30000000000000004,\n"
                        + ",mse,,\"the \"\"why\"\"\"\n,n,1234567.0,\n",
                Files.readString(root.resolve("results.csv")));
        assertEquals(
                "row,sample,value\n0,0,0.1\n0,1,1.0E-10\n2,0,2.0\n",
                Files.readString(root.resolve("samples.csv")));
    }

    @Test
    void noCellOfATableIsAFormulaAndAFinishedRunReadsTheSame() throws IOException {
        String evil = "=cmd|' /C calc'!A0";
        Row row = new Row(Map.of("bridge", evil, "note", "-5"), evil, -0.5, new float[0]);
        Map<String, String> failure = Map.of("bridge", evil, "reason", "+1 too many");
        try (RunFolder folder = open(root)) {
            folder.begin("name: e\n", new Provenance("e", DIGEST));
            folder.columns(List.of("bridge", "metric", "value", "note"));
            folder.add(List.of(row));
            folder.table("failures.csv", List.of("bridge", "reason"), List.of(failure));
            folder.end(new Provenance("e", DIGEST), Provenance.State.FINISHED);
        }
        assertEquals(
                "bridge,metric,value,note\n'%s,'%s,-0.5,-5\n".formatted(evil, evil),
                Files.readString(root.resolve("results.csv")));
        FinishedRun found = FinishedRun.in(root, "e", DIGEST).orElseThrow();
        assertEquals(List.of(row), found.rows());
        assertEquals(List.of(failure), found.failures());
        assertTrue(FinishedRun.in(root, "e", "another").isEmpty());
    }

    @Test
    void aProvenanceThatIsNotOursIsSomethingElse() throws IOException {
        Files.writeString(root.resolve("provenance.json"), "{\"state\": 3}");
        assertEquals(MUST + root + " holds something else", refusal(root));
    }
}
