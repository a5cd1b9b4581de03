package relrep.torture.plugin;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.similarity.Similarity;

import java.util.Arrays;
import java.util.Set;

/** A similarity that misbehaves. */
public final class BadSimilarity implements Similarity {
    private final Misbehaviour misbehaviour = Misbehaviour.own();

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        misbehaviour.perform();
        if (misbehaviour == Misbehaviour.NULL) {
            return null;
        }
        int columns = misbehaviour.count(anchors.rows());
        float[] values = new float[points.rows() * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 17;
        }
        if (misbehaviour.number() != 0.5f) {
            Arrays.fill(values, misbehaviour.number());
        }
        return Matrix.of(points.rows(), columns, values);
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }
}
