package relrep.datasets.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import relrep.api.data.DataPlaces;
import relrep.api.data.Matrix;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the folder of the real datasets, if there is one. */
final class RealSets {
    private RealSets() {}

    /** The folder in {@code RELREP_DATA}; skips the test where it has no such set. */
    static DataPlaces require(String set) {
        String folder = System.getenv("RELREP_DATA");
        assumeTrue(
                folder != null && Files.isDirectory(Path.of(folder, set)),
                "needs RELREP_DATA with the folder " + set);
        return new DataPlaces(List.of(Path.of(folder)), Path.of("no-such-cache"), false);
    }

    /** Sum of all values times {@code white}, which are whole numbers then. */
    static long pixelSum(Matrix inputs, int white) {
        double sum = 0;
        for (int i = 0; i < inputs.rows(); i++) {
            for (float value : inputs.row(i)) {
                sum += Math.rint(value * (double) white);
            }
        }
        return (long) sum;
    }
}
