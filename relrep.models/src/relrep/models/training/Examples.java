package relrep.models.training;

import relrep.api.data.Matrix;

/**
 * The training samples of a stack: inputs and a loss.
 *
 * @param inputs {@code n × input().size()}
 * @param loss measures the error of the outputs
 */
public record Examples(Matrix inputs, Loss loss) {
    /** Returns <i>n</i>. */
    public int size() {
        return inputs.rows();
    }
}
