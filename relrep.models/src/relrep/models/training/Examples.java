package relrep.models.training;

import relrep.api.data.Matrix;

/**
 * What a stack learns from.
 *
 * @param inputs {@code n × input().size()}
 * @param loss how far the outputs are off
 */
public record Examples(Matrix inputs, Loss loss) {
    /** Returns <i>n</i>. */
    public int size() {
        return inputs.rows();
    }
}
