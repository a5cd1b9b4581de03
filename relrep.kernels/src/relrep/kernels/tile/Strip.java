package relrep.kernels.tile;

import java.nio.FloatBuffer;

/** A block of rows of the table, one thread's scratch memory. */
final class Strip {
    private final Measure measure;
    private final Side[] sides;
    private final int block;
    private final float[] left;
    private final Products products = new Products();

    Strip(Measure measure, Side[] sides, int block) {
        this.measure = measure;
        this.sides = sides;
        this.block = block;
        this.left = new float[block * measure.left().width()];
    }

    /** Computes the rows from {@code from} on, and puts them where they belong. */
    void fill(int from, FloatBuffer memory) {
        int rows = Math.min(block, measure.left().count() - from);
        measure.left().read(from, rows, left);
        float[] prepared = measure.prepareLeft(left, rows);
        int k = measure.right().count();
        for (Side side : sides) {
            side.panel()
                    .multiply(
                            left,
                            rows,
                            products,
                            new Place(memory, from * k + side.from(), k),
                            (i, values) ->
                                    measure.finish(
                                            from + i,
                                            prepared[i],
                                            side.from(),
                                            side.prepared(),
                                            values));
        }
    }
}
