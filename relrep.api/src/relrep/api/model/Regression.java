package relrep.api.model;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.util.List;

/**
 * Inputs, the targets that they should be mapped to, and the network that learns it: fully
 * connected, ReLU between the layers, a linear last layer, mean squared error, Adam.
 *
 * @param inputs {@code n × d}
 * @param targets {@code n × m}
 * @param hidden widths of the hidden layers, in order; may be empty
 * @param epochs passes over the samples, ≥ 1
 * @param batchSize samples a step, ≥ 1
 * @param learningRate of Adam, &gt; 0
 */
public record Regression(
        Matrix inputs,
        Matrix targets,
        List<Integer> hidden,
        int epochs,
        int batchSize,
        double learningRate) {
    /** Requires paired rows and positive numbers. */
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
