package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;

import java.nio.FloatBuffer;
import java.util.Set;

/**
 * The cosine divided by the root of the width, {@code x·a / (‖x‖‖a‖√d)}. It holds what the cosine
 * holds. A head that is trained on it sees inputs √d times smaller, and learns more slowly at the
 * same learning rate.
 */
@Component(service = Similarity.class)
@Plugin(
        name = "scaled-cosine",
        description = "cosine divided by the root of the width; larger is more alike",
        source =
                "the official code of García-Castellanos et al., 2024, for relative"
                        + " representations without normalisation")
public final class ScaledCosine implements DifferentiableSimilarity {
    private final Cosine cosine = new Cosine();

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        return divided(cosine.compare(points, anchors), anchors.cols());
    }

    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        return divided(cosine.pullBack(points, anchors, gradient), anchors.cols());
    }

    private static Matrix divided(Matrix values, int width) {
        double root = Math.sqrt(width);
        return Matrix.filled(
                values.rows(),
                values.cols(),
                memory -> {
                    FloatBuffer all = values.buffer();
                    while (all.hasRemaining()) {
                        memory.put((float) (all.get() / root));
                    }
                });
    }

    @Override
    public Set<Invariance> invariances() {
        return cosine.invariances();
    }
}
