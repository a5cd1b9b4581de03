package relrep.text.dataset;

import relrep.api.plugin.Option;
import relrep.api.run.InvalidInputException;

import java.util.HashSet;
import java.util.List;

/**
 * The options that all sets of texts share: the samples to take.
 *
 * @param split the part that is measured on
 * @param train the number of training samples
 * @param test the number of samples to measure on
 * @param labels the names of the classes that are kept; empty for all
 */
public record TextOptions(
        @Option(
                        "the part to measure on: test trains on everything else; dev trains on the"
                                + " training part and does not read the test part, so that settings"
                                + " can be chosen; sets without a dev part give every tenth"
                                + " training sample to it")
                EvaluationSplit split,
        @Option(
                        value =
                                "how many samples are taken from the start of the training part,"
                                        + " before labels choose among them; 0 takes all",
                        min = 0)
                int train,
        @Option(
                        value =
                                "how many samples are taken from the start of the part to measure"
                                        + " on, before labels choose among them; 0 takes all",
                        min = 0)
                int test,
        @Option(
                        "the classes to keep, by their names joined with +; they are numbered again"
                                + " from 0 in their old order; none keeps all")
                List<String> labels) {
    /** Everything, measured on the test part. */
    static final TextOptions ALL = new TextOptions(EvaluationSplit.TEST, 0, 0, List.of());

    /** Checks the numbers, and that no class is named twice. */
    public TextOptions {
        if (train < 0 || test < 0) {
            throw new InvalidInputException(
                    "train and test must be numbers of samples, or 0 for all, not %d and %d"
                            .formatted(train, test));
        }
        labels = List.copyOf(labels);
        if (new HashSet<>(labels).size() < labels.size()) {
            throw new InvalidInputException(
                    "labels must name each class once, not " + String.join("+", labels));
        }
    }

    boolean dev() {
        return split == EvaluationSplit.DEV;
    }
}
