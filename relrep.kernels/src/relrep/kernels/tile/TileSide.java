package relrep.kernels.tile;

/**
 * Consecutive rows of the right side, prepared for the product.
 *
 * @param from the number of the first row
 * @param panel the rows
 * @param prepared one number per row for the {@link ProductTransform}
 */
@SuppressWarnings("ArrayRecordComponent") // working memory, never compared
record TileSide(int from, Engine.Panel panel, float[] prepared) {
    /** The number of right rows multiplied at once, which fit into a second-level cache. */
    static final int ROWS = 960;

    static TileSide of(Engine engine, ProductMeasure measure, int from, int count) {
        float[] rows = measure.right().read(from, count);
        float[] prepared = measure.prepareRight(rows, count);
        return new TileSide(from, engine.panel(rows, count, measure.right().width()), prepared);
    }

    /** Returns the whole right side; for small ones. */
    static TileSide[] all(Engine engine, ProductMeasure measure) {
        int count = measure.right().count();
        TileSide[] sides = new TileSide[(count + ROWS - 1) / ROWS];
        for (int s = 0; s < sides.length; s++) {
            sides[s] = of(engine, measure, s * ROWS, Math.min(ROWS, count - s * ROWS));
        }
        return sides;
    }
}
