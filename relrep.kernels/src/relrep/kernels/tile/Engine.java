package relrep.kernels.tile;

/**
 * Multiplies blocks of rows in float32, the only part that has to be fast. Everything else in this
 * package is built on it.
 */
interface Engine {
    /** Left rows come in multiples of this; the padding rows may hold anything. */
    int GRAIN = 6;

    /** Returns the name in the readme and in provenance. */
    String name();

    /** Returns the loops for use with the products. */
    default Loops loops() {
        return new PlainLoops();
    }

    /** Returns the number of left rows to pass at a time, a multiple of {@link #GRAIN}. */
    int blockRows();

    /**
     * Returns the number of rows of a projection to pass at a time, a multiple of {@link #GRAIN}.
     *
     * @param rows the rows of the whole projection
     * @param width the width of a left row
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

        /**
         * Returns the distance between the starts of two rows of the result, at least {@link
         * #count()}.
         */
        int stride();

        /**
         * Multiplies: {@code c[i·stride + j] = ⟨left row i, right row j⟩}.
         *
         * <p>Law: an entry depends on its two rows alone; the size of the block may change only its
         * rounding.
         *
         * @param left {@code rows × width}, with room for {@code rows} rounded up to {@link #GRAIN}
         * @param c the result, with room for as many rows; values after {@code count} in a row are
         *     undefined
         */
        void multiply(float[] left, int rows, float[] c);

        /**
         * Multiplies, and passes each row of the result to a sink, in order.
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
         * Multiplies, lets the sink change each row of the result, and writes it to a table.
         *
         * @param left as above
         */
        default void multiply(
                float[] left, int rows, Products memory, BlockPosition place, Products.Sink sink) {
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
