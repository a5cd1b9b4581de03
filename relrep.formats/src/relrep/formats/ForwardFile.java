package relrep.formats;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A vector file that is read from beginning to end. Going back opens it again. */
final class ForwardFile implements VectorFile {
    private final String name;
    private final Shape shape;
    private final Supplier<RowReader> opening;
    private RowReader reader;
    private long position;

    /**
     * The shape of the file.
     *
     * @param content the kind of content
     * @param rows the number of rows
     * @param width of a vector
     * @param keyed whether rows have keys
     */
    record Shape(Content content, long rows, int width, boolean keyed) {}

    /**
     * Makes a file of this shape.
     *
     * @param name its name in messages
     * @param opening opens the file at its first row
     */
    ForwardFile(String name, Shape shape, Supplier<RowReader> opening) {
        this.name = name;
        this.shape = shape;
        this.opening = opening;
    }

    @Override
    public Content content() {
        return shape.content();
    }

    @Override
    public long rows() {
        return shape.rows();
    }

    @Override
    public int width() {
        return shape.width();
    }

    @Override
    public boolean keyed() {
        return shape.keyed();
    }

    @Override
    public VectorBlock read(long from, long to) {
        if (shape.content() == Content.INTEGERS) {
            throw new InvalidInputException(
                    "%s must hold vectors, but it is a list of whole numbers".formatted(name));
        }
        requireRows(from, to);
        go(from);
        int count = (int) (to - from);
        float[] values = new float[count * shape.width()];
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String key = reader.next(from + i, values, i * shape.width());
            position++;
            if (shape.keyed()) {
                keys.add(key);
            }
        }
        return new VectorBlock(Matrix.of(count, shape.width(), values), keys);
    }

    private void requireRows(long from, long to) {
        if (from < 0 || to < from || to > shape.rows()) {
            throw new InvalidInputException(
                    "rows of %s must be 0 to %d, not %d to %d"
                            .formatted(name, shape.rows(), from, to));
        }
        if ((to - from) * Math.max(1L, shape.width()) > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException(
                    "%s must be read in blocks of at most %d values, not %d × %d at once"
                            .formatted(name, Integer.MAX_VALUE - 8, to - from, shape.width()));
        }
    }

    private void go(long row) {
        if (reader == null || row < position) {
            close();
            reader = opening.get();
            position = 0;
        }
        while (position < row) {
            reader.skip(position++);
        }
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (shape.keyed()) {
            go(0);
            while (position < shape.rows()) {
                keys.add(reader.skip(position++));
            }
        }
        return keys;
    }

    @Override
    public long[] integers() {
        if (shape.content() != Content.INTEGERS) {
            throw new InvalidInputException(
                    "%s must be a list of whole numbers, but is not".formatted(name));
        }
        go(0);
        long[] all = new long[Math.toIntExact(shape.rows())];
        while (position < all.length) {
            int at = (int) position;
            all[at] = Long.parseLong(reader.skip(position++));
        }
        return all;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
