package relrep.kernels.tile;

import java.nio.FloatBuffer;

/** Computes blocks of rows of the table; scratch memory of one thread. */
final class Strip {
    private final Measure measure;
    private final Finish finish;
    private final TileSide[] sides;
    private final int block;
    private final float[] left;
    private final Products products = new Products();

    Strip(Measure measure, TileSide[] sides, int block) {
        this.measure = measure;
        this.finish = measure.finish();
        this.sides = sides;
        this.block = block;
        this.left = new float[block * measure.left().width()];
    }

    /** Computes the rows from {@code from} on, and writes them to their place. */
    void fill(int from, FloatBuffer memory) {
        int rows = Math.min(block, measure.left().count() - from);
        measure.left().read(from, rows, left);
        float[] prepared = measure.prepareLeft(left, rows);
        int k = measure.right().count();
        for (TileSide side : sides) {
            Place place = new Place(memory, from * k + side.from(), k);
            fill(new Finish.Block(from, prepared, side, place), rows);
        }
    }

    private void fill(Finish.Block block, int rows) {
        TileSide side = block.side();
        side.panel()
                .multiply(
                        left,
                        rows,
                        products,
                        block.place(),
                        (i, values) -> {
                            if (i > 0 && i % Finish.FEW == 0) {
                                finish.settle(block, i - Finish.FEW, i);
                            }
                            finish.row(
                                    block.first() + i,
                                    block.left()[i],
                                    side.from(),
                                    side.prepared(),
                                    values);
                        });
        finish.settle(block, (rows - 1) / Finish.FEW * Finish.FEW, rows);
    }
}
