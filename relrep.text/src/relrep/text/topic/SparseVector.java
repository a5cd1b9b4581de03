package relrep.text.topic;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** A vector of length 1 of which only the coordinates other than 0 are kept. It may have none. */
final class SparseVector {
    private final int[] columns;
    private final double[] values;

    /** Makes the vector of these coordinates, scaled to length 1. */
    SparseVector(SortedMap<Integer, Double> coordinates) {
        columns = new int[coordinates.size()];
        values = new double[columns.length];
        int at = 0;
        double squares = 0;
        for (Map.Entry<Integer, Double> coordinate : coordinates.entrySet()) {
            columns[at] = coordinate.getKey();
            values[at++] = coordinate.getValue();
            squares += coordinate.getValue() * coordinate.getValue();
        }
        for (int i = 0; i < at; i++) {
            values[i] /= Math.sqrt(squares);
        }
    }

    boolean empty() {
        return columns.length == 0;
    }

    /** Returns the inner product. */
    double times(double[] dense) {
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            sum += values[i] * dense[columns[i]];
        }
        return sum;
    }

    /** Adds this vector to another. */
    void addTo(double[] dense) {
        for (int i = 0; i < columns.length; i++) {
            dense[columns[i]] += values[i];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseVector that
                && Arrays.equals(columns, that.columns)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(columns) + Arrays.hashCode(values);
    }
}
