package relrep.kernels.tile;

/**
 * One thread's scratch memory for products: a block of them where an engine needs it, and a row.
 */
final class Products {
    private float[] block = new float[0];
    private float[] row = new float[0];

    /** What is done with a row of products. */
    interface Sink {
        /**
         * Takes a row.
         *
         * @param number of the left row in its block
         * @param values one a right row; may be changed, is not kept
         */
        void take(int number, float[] values);
    }

    /** Returns memory for at least so many products; what is in it is undefined. */
    float[] block(int size) {
        if (block.length < size) {
            block = new float[size];
        }
        return block;
    }

    /** Returns memory for exactly so many products; what is in it is undefined. */
    float[] row(int count) {
        if (row.length != count) {
            row = new float[count];
        }
        return row;
    }
}
