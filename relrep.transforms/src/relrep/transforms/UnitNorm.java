package relrep.transforms;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.plugin.Plugin;
import relrep.api.run.Run;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformState;

import java.util.Map;
import java.util.Optional;

/**
 * Rows of norm 1, {@code z' = z / ‖z‖}. A row of zeros stays. The norms are lost, so there is no
 * inverse.
 */
@Component(service = Transform.class)
@Plugin(
        name = "l2",
        description = "divides each row by its Euclidean norm; a row of zeros stays",
        source = "Salton, Wong & Yang, A vector space model for automatic indexing, 1975")
public final class UnitNorm implements Transform {
    @Override
    public FittedTransform fit(Space training, Run run) {
        Matrix latents = Training.of("l2", training);
        int zeros = 0;
        for (int i = 0; i < latents.rows(); i++) {
            zeros += norm(latents.row(i)) == 0 ? 1 : 0;
        }
        if (zeros > 0) {
            run.note(
                    "l2 leaves %d of %d rows of '%s' as they are: they are zero"
                            .formatted(zeros, latents.rows(), training.name()));
        }
        return new Fitted(latents.cols(), Map.of("zero-rows", (double) zeros));
    }

    @Override
    public FittedTransform restore(TransformState state) {
        return new Fitted(new KeptState(state).number(KeptState.WIDTH), state.diagnostics());
    }

    private static double norm(float[] row) {
        double squares = 0;
        for (float value : row) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    private record Fitted(int width, Map<String, Double> diagnostics) implements FittedTransform {
        @Override
        public Matrix apply(Matrix latents) {
            return RowLoop.of(
                    latents,
                    width,
                    width,
                    (row, image) -> {
                        double norm = norm(row);
                        for (int j = 0; j < row.length; j++) {
                            image[j] = norm == 0 ? 0 : row[j] / norm;
                        }
                    });
        }

        @Override
        public Optional<TransformState> state() {
            return Optional.of(
                    new TransformState(
                            Map.of(), Map.of(KeptState.WIDTH, String.valueOf(width)), diagnostics));
        }
    }
}
