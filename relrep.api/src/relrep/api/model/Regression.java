package relrep.api.model;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.util.List;

/**
 * A regression problem and the network that learns it. The network is fully connected, with ReLU
 * between the layers and a linear last layer. It minimises the mean squared error by Adam.
 *
 * @param inputs {@code n × d}
 * @param targets {@code n × m}
 * @param hidden widths of the hidden layers, in order; may be empty
 * @param epochs passes over the samples, ≥ 1
 * @param batchSize samples per step, ≥ 1
 * @param learningRate of Adam, &gt; 0
 */
public record Regression(
        Matrix inputs,
        Matrix targets,
        List<Integer> hidden,
        int epochs,
        int batchSize,
        double learningRate) {
    /** Checks the paired rows and the numbers. */
    public Regression {
        hidden = List.copyOf(hidden);
        if (inputs.rows() != targets.rows()) {
            throw new InvalidInputException(
                    "there must be one target an input: %d inputs, %d targets"
                            .formatted(inputs.rows(), targets.rows()));
        }
        boolean widths = hidden.stream().allMatch(width -> width >= 1);
        if (!widths || epochs < 1 || batchSize < 1 || !(learningRate > 0)) {
            throw new InvalidInputException(
                    "hidden widths, epochs, batch size and learning rate must be positive, not %s, %d, %d, %s"
                            .formatted(hidden, epochs, batchSize, learningRate));
        }
    }
}
