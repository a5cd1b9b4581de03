package relrep.vectors.file;

import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.run.Run;
import relrep.api.similarity.Similarity;

import java.util.OptionalInt;

/**
 * A calibrated similarity. Without calibration, its statistics would differ from block to block.
 *
 * @param similarity calibrated
 * @param rows the number of rows for the statistics, if it has statistics
 */
public record Calibration(Similarity similarity, OptionalInt rows) {
    private static final int MOST_FLOATS = 1 << 25;

    /**
     * Calibrates a similarity on all rows of a file; for a file of more than 32 Mi numbers, on
     * evenly spaced rows with 32 Mi numbers in all.
     *
     * @param probe any rows of the same width
     */
    public static Calibration of(
            Similarity similarity, VectorFile file, String name, Matrix probe, Run run) {
        if (similarity.calibrate(probe) == similarity) {
            return new Calibration(similarity, OptionalInt.empty());
        }
        long most = Math.max(1, MOST_FLOATS / Math.max(1, file.width()));
        int count = (int) Math.min(file.rows(), most);
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Math.toIntExact(i * file.rows() / count);
        }
        Matrix batch = Rows.some(file, name, numbers, run);
        return new Calibration(similarity.calibrate(batch), OptionalInt.of(count));
    }
}
