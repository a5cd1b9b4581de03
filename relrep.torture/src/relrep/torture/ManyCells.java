package relrep.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An experiment of many small cells on the embedded digits. */
final class ManyCells {
    private static final String FILE = "many-cells.yaml";
    private static final String EXPERIMENT =
            """
            name: many-cells
            kind: [compare, stitch]
            data: digits(train=300,test=80)
            networks: {ae: dense(epochs=1)}
            width: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
            seeds: [1, 2]
            anchors: random(count=40)
            similarity: cosine
            bridges: {compare: [absolute, relative], stitch: [absolute, rigid, linear]}
            metrics: [jaccard, mrr, mse]
            """;

    private ManyCells() {}

    static void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), EXPERIMENT);
    }

    static String[] command(String out) {
        return new String[] {"run", FILE, "--out", out, "--jobs", "1", "--quiet"};
    }
}
