package relrep.kernels.tile;

import relrep.api.data.Matrix;

import java.nio.FloatBuffer;
import java.util.Optional;

/** Reads blocks of rows of a matrix, optionally standardised. */
final class Rows {
    private final FloatBuffer memory;
    private final int count;
    private final int width;
    private final Optional<Standardisation> standardisation;

    private Rows(Matrix matrix, Optional<Standardisation> standardisation) {
        this.memory = matrix.buffer();
        this.count = matrix.rows();
        this.width = matrix.cols();
        this.standardisation = standardisation;
    }

    static Rows of(Matrix matrix) {
        return new Rows(matrix, Optional.empty());
    }

    static Rows of(Matrix matrix, Standardisation standardisation) {
        return new Rows(matrix, Optional.of(standardisation));
    }

    int count() {
        return count;
    }

    int width() {
        return width;
    }

    /** Copies rows {@code from … from+rows-1} to the front of {@code into}. */
    void read(int from, int rows, float[] into) {
        memory.get(from * width, into, 0, rows * width);
        standardisation.ifPresent(s -> s.apply(into, rows));
    }

    /** Returns the rows {@code from … from+rows-1}, padded to a rounded number of rows. */
    float[] read(int from, int rows) {
        float[] block = new float[Engine.padded(rows) * width];
        read(from, rows, block);
        return block;
    }

    /** Returns one row. */
    float[] row(int number) {
        float[] row = new float[width];
        read(number, 1, row);
        return row;
    }
}
