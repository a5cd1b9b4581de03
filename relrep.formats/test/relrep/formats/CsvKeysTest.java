package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tests keys that a spreadsheet would take for formulas. */
class CsvKeysTest {
    private static final List<String> KEYS =
            List.of("=HYPERLINK(\"http://x\")", "+a", "@b", "-", "'=c", "plain", "don't");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"x.csv", "x.tsv"})
    void areWrittenAsTextAndReadBackTheSame(String name) throws Exception {
        Path path = folder.resolve(name);
        Csv csv = new Csv();
        try (VectorWriter writer = csv.create(new VectorTarget(path, KEYS.size(), 2, true))) {
            writer.append(
                    new VectorBlock(Matrix.of(KEYS.size(), 2, new float[2 * KEYS.size()]), KEYS));
            writer.commit();
        }
        for (String line : Files.readAllLines(path)) {
            assertTrue(line.matches("[^=+@\\-\"].*|\"'.*"), line);
        }
        try (VectorFile file = csv.open(VectorSource.of(path), Run.quiet(Seed.of(1)))) {
            assertEquals(KEYS, file.keys());
        }
    }
}
