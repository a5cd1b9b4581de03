package relrep.kernels.tile;

/**
 * What multiplies blocks of rows, in float32: the one thing that has to be fast. Everything else in
 * this package is written once, on top of it.
 */
interface Engine {
    /** Left rows come in multiples of this; the last ones may be anything. */
    int GRAIN = 6;

    /** Returns what the readme and provenance call it. */
    String name();

    /** Returns the loops that go with the products. */
    default Loops loops() {
        return new PlainLoops();
    }

    /** Returns how many left rows to give at a time, a multiple of {@link #GRAIN}. */
    int blockRows();

    /**
     * Returns how many rows of a projection to give at a time, a multiple of {@link #GRAIN}.
     *
     * @param rows of the whole projection
     * @param width of a left row
     */
    default int stripRows(int rows, int width) {
        return blockRows();
    }

    /**
     * Returns the right side of many products, in the engine's own layout.
     *
     * @param rows {@code count × width}, row after row; not kept
     */
    Panel panel(float[] rows, int count, int width);

    /** The right side of many products. Immutable. */
    interface Panel {
        /** Returns the number of right rows. */
        int count();

        /** Returns the distance between two rows of the result, at least {@link #count()}. */
        int stride();

        /**
         * Multiplies: {@code c[i·stride + j] = ⟨left row i, right row j⟩}.
         *
         * <p>Law: an entry depends on its two rows alone; on the size of the block that they come
         * in, at most in its rounding.
         *
         * @param left {@code rows × width}, with room for {@code rows} rounded up to {@link #GRAIN}
         * @param c the result, with room for as many rows; what lies past {@code count} in a row is
         *     undefined
         */
        void multiply(float[] left, int rows, float[] c);

        /**
         * Multiplies, and gives each row of the result away, in their order.
         *
         * @param left as above
         */
        default void multiply(float[] left, int rows, Products memory, Products.Sink sink) {
            float[] c = memory.block(padded(rows) * stride());
            multiply(left, rows, c);
            float[] row = memory.row(count());
            for (int i = 0; i < rows; i++) {
                System.arraycopy(c, i * stride(), row, 0, row.length);
                sink.take(i, row);
            }
        }

        /**
         * Multiplies, lets the sink change each row of the result, and puts it into a table.
         *
         * @param left as above
         */
        default void multiply(
                float[] left, int rows, Products memory, Place place, Products.Sink sink) {
            multiply(
                    left,
                    rows,
                    memory,
                    (i, values) -> {
                        sink.take(i, values);
                        place.put(i, values);
                    });
        }
    }

    /** Rounds a number of rows up to {@link #GRAIN}. */
    static int padded(int rows) {
        return (rows + GRAIN - 1) / GRAIN * GRAIN;
    }
}
