package relrep.runtime.compute;

import relrep.api.data.Matrix;
import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Maps independent rows in blocks of some thousand, checking for cancellation in between. */
final class Blocks {
    private static final int ROWS = 2048;

    private Blocks() {}

    static Matrix map(Matrix rows, UnaryOperator<Matrix> map, Run run) {
        if (rows.rows() <= ROWS) {
            run.step(0, 1);
            return map.apply(rows);
        }
        List<Matrix> images = new ArrayList<>();
        for (int from = 0; from < rows.rows(); from += ROWS) {
            run.step(0, 1);
            images.add(map.apply(rows.rows(from, Math.min(rows.rows(), from + ROWS))));
        }
        return Matrix.filled(
                rows.rows(),
                images.get(0).cols(),
                memory -> images.forEach(image -> memory.put(image.buffer())));
    }
}
