package relrep.runtime.compute;

import relrep.api.data.Content;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Maps independent rows in blocks of some thousand, checking for cancellation in between. */
final class Blocks {
    private static final int ROWS = 2048;
    private static final int TEXTS = 256;

    private Blocks() {}

    static Matrix map(Matrix rows, UnaryOperator<Matrix> map, Run run) {
        return of(rows.rows(), ROWS, (from, to) -> map.apply(rows.rows(from, to)), run);
    }

    /** Returns the latents of samples. */
    static Matrix encode(Inputs samples, Function<Inputs, Matrix> encoder, Run run) {
        int block = samples.content() == Content.TEXT ? TEXTS : ROWS;
        return of(samples.size(), block, (from, to) -> encoder.apply(samples.rows(from, to)), run);
    }

    private interface Images {
        Matrix of(int from, int to);
    }

    private static Matrix of(int rows, int block, Images map, Run run) {
        if (rows <= block) {
            run.step(0, 1);
            return map.of(0, rows);
        }
        List<Matrix> images = new ArrayList<>();
        for (int from = 0; from < rows; from += block) {
            run.step(0, 1);
            images.add(map.of(from, Math.min(rows, from + block)));
        }
        return Matrix.filled(
                rows,
                images.get(0).cols(),
                memory -> images.forEach(image -> memory.put(image.buffer())));
    }
}
