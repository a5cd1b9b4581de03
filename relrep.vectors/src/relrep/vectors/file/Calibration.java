package relrep.vectors.file;

import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.run.Run;
import relrep.api.similarity.Similarity;

import java.util.OptionalInt;

/**
 * A similarity with its statistics, which blocks of rows would otherwise take from each block.
 *
 * @param similarity calibrated
 * @param rows on how many, where it has statistics
 */
public record Calibration(Similarity similarity, OptionalInt rows) {
    private static final int MOST_FLOATS = 1 << 25;

    /**
     * Calibrates a similarity on all rows of a file; where that is more than 32 Mi numbers, on as
     * many rows as are, in equal steps.
     *
     * @param probe any rows as wide
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
