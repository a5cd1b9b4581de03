package relrep.datasets.image;

import relrep.api.plugin.Option;
import relrep.api.run.InvalidInputException;

import java.util.List;

/**
 * The options of picture datasets: the samples to take, and the scale of pixels.
 *
 * @param train the number of training samples
 * @param test the number of test samples
 * @param labels the classes that are kept, in rising order; empty for all
 * @param scale the scale of pixels
 */
public record ImageOptions(
        @Option(
                        value =
                                "how many samples are taken from the start of the training part,"
                                        + " before labels choose among them; 0 takes all",
                        min = 0)
                int train,
        @Option(
                        value =
                                "how many samples are taken from the start of the test part, before"
                                        + " labels choose among them; 0 takes all",
                        min = 0)
                int test,
        @Option(
                        value =
                                "the classes to keep, such as 1+7; they keep their names and are"
                                        + " numbered again from 0, in rising order; none keeps all",
                        min = 0,
                        max = 9)
                List<Integer> labels,
        @Option(
                        "what pixels become: unit is 0 to 1, minus-one-one is -1 to 1, standard"
                                + " subtracts the set's published mean and divides by its standard"
                                + " deviation")
                Scale scale) {
    private static final int CLASSES = 10;

    /** All samples, scaled to 0 to 1. */
    static final ImageOptions ALL = new ImageOptions(0, 0, List.of(), Scale.UNIT);

    /** Checks the values, and sorts the labels. */
    public ImageOptions {
        requireCount("train", train);
        requireCount("test", test);
        labels = labels.stream().sorted().toList();
        for (int i = 0; i < labels.size(); i++) {
            int label = labels.get(i);
            if (label < 0 || label >= CLASSES) {
                throw new InvalidInputException(
                        "labels must be 0 to %d, not %d".formatted(CLASSES - 1, label));
            }
            if (i > 0 && labels.get(i - 1) == label) {
                throw new InvalidInputException(
                        "labels must name each class once, but %d stands there twice"
                                .formatted(label));
            }
        }
    }

    private static void requireCount(String option, int count) {
        if (count < 0) {
            throw new InvalidInputException(
                    "%s must be a number of samples, or 0 for all, not %d"
                            .formatted(option, count));
        }
    }
}
