package relrep.kernels.tile;

import java.nio.FloatBuffer;

/** Computes blocks of rows of the table; scratch memory of one thread. */
final class RowBlockWorker {
    private final ProductMeasure measure;
    private final ProductTransform finish;
    private final TileSide[] sides;
    private final int block;
    private final float[] left;
    private final Products products = new Products();

    RowBlockWorker(ProductMeasure measure, TileSide[] sides, int block) {
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
            BlockPosition place = new BlockPosition(memory, from * k + side.from(), k);
            fill(new ProductTransform.Block(from, prepared, side, place), rows);
        }
    }

    private void fill(ProductTransform.Block block, int rows) {
        TileSide side = block.side();
        side.panel()
                .multiply(
                        left,
                        rows,
                        products,
                        block.place(),
                        (i, values) -> {
                            if (i > 0 && i % ProductTransform.FEW == 0) {
                                finish.settle(block, i - ProductTransform.FEW, i);
                            }
                            finish.row(
                                    block.first() + i,
                                    block.left()[i],
                                    side.from(),
                                    side.prepared(),
                                    values);
                        });
        finish.settle(block, (rows - 1) / ProductTransform.FEW * ProductTransform.FEW, rows);
    }
}
