package relrep.vectors.file;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorWriter;
import relrep.api.run.Run;
import relrep.workbench.contract.PluginFailureException;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Applies a map to the vectors of a file and writes the results to another file, block by block.
 * Memory does not grow with the number of rows.
 */
public final class BlockwiseTransform {
    private static final int BLOCK_FLOATS = 1 << 21;

    /**
     * Bytes between two calls of the garbage collector, which alone frees the off-heap memory of
     * blocks.
     */
    private static final long BETWEEN_COLLECTIONS = 256L << 20;

    private final UnaryOperator<Matrix> map;

    /** Makes a transform by a map of rows. */
    public BlockwiseTransform(UnaryOperator<Matrix> map) {
        this.map = map;
    }

    /**
     * Transforms all rows.
     *
     * @param width of the result
     */
    public void of(VectorFile from, VectorWriter to, int width, Run run) {
        long rows = from.rows();
        int block = Math.max(1, BLOCK_FLOATS / Math.max(1, Math.max(width, from.width())));
        long passed = 0;
        for (long at = 0; at < rows; at += block) {
            run.step(at, rows);
            VectorBlock given = from.read(at, Math.min(rows, at + block));
            to.append(new VectorBlock(image(at, given), to.keepsKeys() ? given.keys() : List.of()));
            passed += (long) block * (width + from.width()) * Float.BYTES;
            if (passed > BETWEEN_COLLECTIONS) {
                System.gc();
                passed = 0;
            }
        }
        run.step(rows, rows);
    }

    private Matrix image(long first, VectorBlock given) {
        try {
            return map.apply(given.vectors());
        } catch (PluginFailureException broken) {
            if (first == 0) {
                throw broken;
            }
            throw broken.with("rows counted from row %d of the points".formatted(first));
        }
    }
}
