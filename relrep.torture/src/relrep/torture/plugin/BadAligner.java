package relrep.torture.plugin;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.MapFamily;
import relrep.api.data.Matrix;
import relrep.api.run.Run;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** An aligner whose maps misbehave. */
public final class BadAligner implements Aligner {
    private final Misbehaviour misbehaviour = Misbehaviour.own();

    @Override
    public Alignment fit(AlignmentProblem problem, Run run) {
        misbehaviour.perform();
        if (misbehaviour == Misbehaviour.NULL) {
            return null;
        }
        int width = misbehaviour.count(problem.target().width());
        return new Alignment() {
            @Override
            public Matrix apply(Matrix latents) {
                float[] values = new float[latents.rows() * width];
                Arrays.fill(values, misbehaviour.number());
                return Matrix.of(latents.rows(), width, values);
            }

            @Override
            public Map<String, Double> diagnostics() {
                return Map.of();
            }
        };
    }

    @Override
    public Set<MapFamily> recovers() {
        return Set.of();
    }

    @Override
    public boolean acceptsUnequalWidths() {
        return true;
    }
}
