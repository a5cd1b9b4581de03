package relrep.alignment.internal;

import relrep.api.alignment.Alignment;
import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.model.Regressor;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An alignment that a network has learnt.
 *
 * @param map the network
 * @param width of the source
 * @param diagnostics of the training
 */
record LearntAlignment(Regressor map, int width, Map<String, Double> diagnostics)
        implements Alignment {
    static LearntAlignment of(Regressor map, Matrix inputs, Matrix targets) {
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        diagnostics.put("pairs", (double) inputs.rows());
        diagnostics.put("residual", rootMeanSquare(map.predict(inputs), targets));
        List<Epoch> history = map.history();
        if (!history.isEmpty()) {
            diagnostics.put("epochs", (double) history.size());
            diagnostics.put("train-loss", history.get(history.size() - 1).trainLoss());
        }
        diagnostics.values().removeIf(value -> !Double.isFinite(value));
        return new LearntAlignment(map, inputs.cols(), diagnostics);
    }

    private static double rootMeanSquare(Matrix images, Matrix targets) {
        FloatBuffer a = images.buffer();
        FloatBuffer b = targets.buffer();
        double squares = 0;
        for (int i = 0; i < b.capacity(); i++) {
            double error = (double) a.get(i) - b.get(i);
            squares += error * error;
        }
        return Math.sqrt(squares / b.capacity());
    }

    @Override
    public Matrix apply(Matrix latents) {
        if (latents.cols() != width) {
            throw new InvalidInputException(
                    "a map of %d coordinates was given rows with %d"
                            .formatted(width, latents.cols()));
        }
        return map.predict(latents);
    }
}
