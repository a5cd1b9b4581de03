package relrep.vectors.compare;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.workbench.measure.MeanCosine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Diagnostics of a space that show whether measurements of it can be trusted.
 *
 * @param rows the number of rows examined
 * @param width coordinates
 * @param constantColumns coordinates that are the same in every row: dead
 * @param zeroRows rows whose coordinates are all 0, which have no direction
 * @param duplicateRows rows that equal an earlier one
 * @param medianNorm the median Euclidean length of a row
 * @param normSpread standard deviation of the lengths over their mean
 * @param meanCosine the mean cosine of two different rows: near 0 when they point in all
 *     directions, near 1 in a narrow cone
 */
public record SpaceDiagnostics(
        int rows,
        int width,
        int constantColumns,
        int zeroRows,
        int duplicateRows,
        double medianNorm,
        double normSpread,
        double meanCosine) {
    private static final int BLOCK = 1024;

    /**
     * Throws if all rows of the space are the same point, since similarities to it mean nothing.
     *
     * @param name its name in the message
     */
    void requireSpread(String name) {
        if (rows > 0 && duplicateRows == rows - 1) {
            throw new InvalidInputException(
                    "the rows of a space to compare must differ, but all %d of %s are equal%s"
                            .formatted(rows, name, zeroRows == rows ? ", to 0" : ""));
        }
    }

    /** Returns the mean Euclidean length of a row. */
    static double meanNorm(Matrix space) {
        double sum = 0;
        for (int i = 0; i < space.rows(); i++) {
            double square = 0;
            for (float value : space.row(i)) {
                square += (double) value * value;
            }
            sum += Math.sqrt(square) / space.rows();
        }
        return sum;
    }

    /** Counts the rows that equal an earlier one. */
    static int duplicates(Matrix space) {
        Set<Matrix> seen = new HashSet<>();
        for (int i = 0; i < space.rows(); i++) {
            seen.add(space.rows(i, i + 1));
        }
        return space.rows() - seen.size();
    }

    static SpaceDiagnostics of(Matrix space, Run run) {
        int n = space.rows();
        int d = space.cols();
        float[] first = n == 0 ? new float[d] : space.row(0);
        boolean[] varies = new boolean[d];
        MeanCosine cosine = new MeanCosine(d);
        double[] norms = new double[n];
        int zero = 0;
        for (int i = 0; i < n; i++) {
            if (i % BLOCK == 0) {
                run.step(i, n);
            }
            float[] row = space.row(i);
            for (int j = 0; j < d; j++) {
                varies[j] |= row[j] != first[j];
            }
            norms[i] = cosine.add(row);
            zero += norms[i] > 0 ? 0 : 1;
        }
        int constant = 0;
        for (boolean column : varies) {
            constant += column ? 0 : 1;
        }
        double mean = Arrays.stream(norms).average().orElse(0);
        double variance =
                Arrays.stream(norms).map(norm -> (norm - mean) * (norm - mean)).average().orElse(0);
        Arrays.sort(norms);
        return new SpaceDiagnostics(
                n,
                d,
                constant,
                zero,
                duplicates(space),
                n == 0 ? 0 : norms[n / 2],
                mean > 0 ? Math.sqrt(variance) / mean : 0,
                cosine.value());
    }
}
