package relrep.vectors.file;

import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.run.Run;
import relrep.api.similarity.Similarity;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;

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
     * @param prepared what is done to rows before they are compared
     * @param probe any rows of the same width, prepared
     */
    public static Calibration of(
            Similarity similarity,
            VectorFile file,
            String name,
            UnaryOperator<Matrix> prepared,
            Matrix probe,
            Run run) {
        if (similarity.calibrate(probe) == similarity) {
            return new Calibration(similarity, OptionalInt.empty());
        }
        Matrix batch = batch(file, name, run);
        return new Calibration(
                similarity.calibrate(prepared.apply(batch)), OptionalInt.of(batch.rows()));
    }

    /**
     * Returns the rows of a file that statistics come from: all of them, or evenly spaced ones with
     * 32 Mi numbers in all.
     */
    public static Matrix batch(VectorFile file, String name, Run run) {
        long most = Math.max(1, MOST_FLOATS / Math.max(1, file.width()));
        int count = (int) Math.min(file.rows(), most);
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Math.toIntExact(i * file.rows() / count);
        }
        return Rows.some(file, name, numbers, run);
    }
}
