package com.example;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.similarity.Similarity;

import java.nio.FloatBuffer;
import java.util.Set;

/** A third-party similarity that overwrites the memory of its previous answer. */
public final class ReusingSimilarity implements Similarity {
    private final FloatBuffer memory = FloatBuffer.allocate(1 << 10);

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        int size = points.rows() * anchors.rows();
        for (int i = 0; i < size; i++) {
            memory.put(i, points.get(0, 0));
        }
        return Matrix.wrap(points.rows(), anchors.rows(), memory.duplicate().limit(size));
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }
}
