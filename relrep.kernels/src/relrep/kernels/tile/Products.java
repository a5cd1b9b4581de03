package relrep.kernels.tile;

/** Scratch memory of one thread for products: a block of them if an engine needs it, and a row. */
final class Products {
    private float[] block = new float[0];
    private float[] row = new float[0];

    /** Receives rows of products. */
    interface Sink {
        /**
         * Receives a row.
         *
         * @param number the number of the left row in its block
         * @param values one product per right row; may be changed, must not be kept
         */
        void take(int number, float[] values);
    }

    /** Returns memory for at least this number of products; its contents are undefined. */
    float[] block(int size) {
        if (block.length < size) {
            block = new float[size];
        }
        return block;
    }

    /** Returns memory for exactly this number of products; its contents are undefined. */
    float[] row(int count) {
        if (row.length != count) {
            row = new float[count];
        }
        return row;
    }
}
