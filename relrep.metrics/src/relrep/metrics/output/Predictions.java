package relrep.metrics.output;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.run.InvalidInputException;

/**
 * The predicted and the true classes. The prediction of a row of scores is its largest one, the
 * first among equals.
 *
 * @param predicted one class number per sample
 * @param truth the labels
 */
@SuppressWarnings("ArrayRecordComponent") // two answers in one, never compared
record Predictions(int[] predicted, Labels truth) {
    static Predictions of(Matrix scores, Samples samples) {
        Labels truth = samples.requireLabels();
        int classes = truth.classes().size();
        if (scores.rows() != truth.size() || scores.cols() != classes) {
            throw new InvalidInputException(
                    "scores must be %d × %d, one row a sample and one column a class, not %d × %d"
                            .formatted(truth.size(), classes, scores.rows(), scores.cols()));
        }
        if (scores.rows() == 0) {
            throw new InvalidInputException("at least 1 sample is needed, there are 0");
        }
        scores.requireFinite("the scores");
        int[] predicted = new int[scores.rows()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = largest(scores.row(i));
        }
        return new Predictions(predicted, truth);
    }

    private static int largest(float[] row) {
        int largest = 0;
        for (int j = 1; j < row.length; j++) {
            if (row[j] > row[largest]) {
                largest = j;
            }
        }
        return largest;
    }

    int size() {
        return predicted.length;
    }

    /** Returns the number of samples of each class. */
    static int[] sizes(Labels labels) {
        int[] sizes = new int[labels.classes().size()];
        for (int i = 0; i < labels.size(); i++) {
            sizes[labels.get(i)]++;
        }
        return sizes;
    }
}
