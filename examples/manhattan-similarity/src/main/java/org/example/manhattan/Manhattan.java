package org.example.manhattan;

import org.osgi.service.component.annotations.Component;

import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;

import java.util.Set;

/** The sum of the absolute differences: the distance in a city of square blocks. */
@Component(service = Similarity.class)
@Plugin(
        name = "manhattan",
        description = "Sum of absolute differences, 0 or more; larger is less alike",
        source = "Minkowski, Geometrie der Zahlen, 1910")
public final class Manhattan implements PointSimilarity {
    @Override
    public double compare(float[] point, float[] anchor) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            sum += Math.abs(point[i] - anchor[i]);
        }
        return sum;
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of(Invariance.PERMUTATION, Invariance.TRANSLATION);
    }

    @Override
    public Sense sense() {
        return Sense.LARGER_IS_FARTHER;
    }
}
