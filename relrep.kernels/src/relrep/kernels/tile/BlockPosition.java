package relrep.kernels.tile;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * The place of a block's rows in a table: row <i>i</i> begins at {@code at + i·stride}.
 *
 * @param table the whole table, from position 0
 */
record BlockPosition(FloatBuffer table, int at, int stride) {
    /** Returns whether native code can write there. */
    boolean offHeap() {
        return table.isDirect() && table.order() == ByteOrder.nativeOrder();
    }

    void get(int row, float[] values) {
        table.get(at + row * stride, values);
    }

    void put(int row, float[] values) {
        table.put(at + row * stride, values);
    }

    float get(int row, int column) {
        return table.get(at + row * stride + column);
    }

    void put(int row, int column, float value) {
        table.put(at + row * stride + column, value);
    }
}
