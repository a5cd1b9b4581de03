package relrep.alignment.internal;

import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentState;
import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;
import relrep.api.model.Regressor;
import relrep.api.model.Trainer;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alignment learnt by a network.
 *
 * @param map the network
 * @param width the width of the source
 * @param diagnostics the numbers that describe the training
 */
record LearntAlignment(Regressor map, int width, Map<String, Double> diagnostics)
        implements Alignment {
    private static final String WIDTH = "source-width";

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

    @Override
    public Optional<AlignmentState> state() {
        return map.state()
                .map(
                        kept -> {
                            Map<String, String> attributes = new LinkedHashMap<>(kept.attributes());
                            attributes.put(WIDTH, String.valueOf(width));
                            return new AlignmentState(kept.tensors(), attributes, diagnostics);
                        });
    }

    /** Restores a map. */
    static LearntAlignment restored(Trainer trainer, AlignmentState state) {
        Map<String, String> attributes = new LinkedHashMap<>(state.attributes());
        String width = attributes.remove(WIDTH);
        if (width == null || !width.matches("\\d{1,9}")) {
            throw new InvalidInputException(
                    "a map that was learnt must have the width of its source, not '%s'"
                            .formatted(width));
        }
        state.tensors().forEach((name, tensor) -> tensor.requireFinite(name));
        Regressor map = trainer.restore(new NetworkState(state.tensors(), attributes));
        return new LearntAlignment(map, Integer.parseInt(width), state.diagnostics());
    }
}
