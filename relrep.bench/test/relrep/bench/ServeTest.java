package relrep.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Tests the worker on generated and on given inputs. */
final class ServeTest {
    @TempDir private Path folder;

    private String[] serve(boolean made, String lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Serve(new BenchInputs(folder, made), 0)
                .run(new BufferedReader(new StringReader(lines)), out);
        return bytes.toString(StandardCharsets.UTF_8).split("\\R");
    }

    /** Points e₁, …, and anchors −e₁, 2e₁: cosines −1 and 1, 0 elsewhere. */
    @Test
    void itAnswersWithTheChecksumOfTheResult() throws IOException {
        float[] points = new float[10_000 * 48];
        points[0] = 3;
        float[] anchors = new float[300 * 48];
        anchors[0] = -1;
        anchors[48] = 2;
        anchors[96] = 5;
        InputFile.write(folder.resolve("x48.npy"), Matrix.of(10_000, 48, points), "(10000, 48)");
        InputFile.write(folder.resolve("anchors48.npy"), Matrix.of(300, 48, anchors), "(300, 48)");
        String[] answers = serve(false, "proj-cos/10k/48/300 any\nproj-euc/10k/48/300 any\n");
        assertEquals("1.000000:3.000000", answers[0].split(" ", -1)[2]);
        double distances = 4 + 1 + 2 + 297 * 3 + 9999. * (1 + 2 + 5);
        assertEquals(
                distances, Double.parseDouble(answers[1].split(" ", -1)[2].split(":", -1)[0]), .5);
    }

    @Test
    void whatItLacksItMakes() throws IOException {
        String[] answers = serve(true, "silhouette/10k/2 any\n");
        double silhouette = Double.parseDouble(answers[0].split(" ", -1)[2]);
        assertTrue(silhouette > -1 && silhouette < 1, answers[0]);
        assertEquals(10_000, InputFile.labels(folder.resolve("cls2_labels.npy")).length);
    }

    @Test
    void itGoesOnAfterWhatItCannotDo() throws IOException {
        String[] answers = serve(false, "nothing any\nmrr/10k/300 any\n");
        assertEquals(
                "failed a workload must be one of 'relrep bench --list', not 'nothing'",
                answers[0]);
        assertEquals("failed there is no " + folder.resolve("rel300_x.npy"), answers[1]);
    }
}
