package relrep.metrics.output;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.run.InvalidInputException;

/** Checks and errors that all metrics of reconstructions share. */
final class Reconstructions {
    private Reconstructions() {}

    /** Throws if the shapes differ, there are too few samples, or a value is not finite. */
    static void require(Matrix outputs, Samples truth, int fewest) {
        Matrix inputs = truth.inputs();
        if (outputs.rows() != inputs.rows() || outputs.cols() != inputs.cols()) {
            throw new InvalidInputException(
                    "reconstructions must have the shape of the truth, %d × %d, not %d × %d"
                            .formatted(
                                    inputs.rows(), inputs.cols(), outputs.rows(), outputs.cols()));
        }
        if (outputs.rows() < fewest) {
            throw new InvalidInputException(
                    "at least %d sample%s needed, there are %d"
                            .formatted(fewest, fewest == 1 ? " is" : "s are", outputs.rows()));
        }
        outputs.requireFinite("the reconstructions");
        inputs.requireFinite("the samples");
    }

    /** Returns the mean squared error of one sample. */
    static double error(Matrix outputs, Samples truth, int sample) {
        float[] output = outputs.row(sample);
        float[] input = truth.inputs().row(sample);
        double error = 0;
        for (int j = 0; j < output.length; j++) {
            double v = (double) output[j] - input[j];
            error += v * v;
        }
        return error / output.length;
    }
}
