package relrep.vectors.file;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.workbench.terminal.Quantity;

/**
 * A list of whole numbers read as one vector, for commands that take points and work on a single
 * point.
 *
 * @param list the file that holds it
 */
public record OneVector(VectorFile list) implements VectorFile {
    /**
     * Returns the file itself if it holds vectors. A list of whole numbers is returned as one
     * vector, with a note.
     *
     * @param name its name in messages
     */
    public static VectorFile of(VectorFile file, String name, Run run) {
        if (file.content() != Content.INTEGERS || file.rows() == 0) {
            Rows.requireVectors(file, name);
            return file;
        }
        Rows.requireCount(file.rows(), name);
        run.note(
                "%s has one dimension of %s, taken for one vector"
                        .formatted(name, Quantity.of(file.rows(), "whole number")));
        return new OneVector(file);
    }

    @Override
    public Content content() {
        return Content.VECTORS;
    }

    @Override
    public long rows() {
        return 1;
    }

    @Override
    public int width() {
        return (int) list.rows();
    }

    @Override
    public boolean keyed() {
        return false;
    }

    @Override
    public VectorBlock read(long from, long to) {
        if (from < 0 || to < from || to > 1) {
            throw new InvalidInputException(
                    "one vector has row 0 alone, not rows %d to %d".formatted(from, to));
        }
        if (from == to) {
            return VectorBlock.of(Matrix.of(0, width()));
        }
        long[] numbers = list.integers();
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[i];
        }
        return VectorBlock.of(Matrix.of(1, values.length, values));
    }

    @Override
    public long[] integers() {
        return list.integers();
    }

    @Override
    public void close() {
        list.close();
    }
}
