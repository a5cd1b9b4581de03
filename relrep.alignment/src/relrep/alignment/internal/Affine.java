package relrep.alignment.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.alignment.MapFamily;
import relrep.api.plugin.Plugin;
import relrep.api.run.Run;

import java.util.EnumSet;
import java.util.Set;

/**
 * Affine least squares, {@code z' = zW + b}. <i>W</i> is fitted on centred points. If they do not
 * determine it, the solution of smallest norm is taken.
 */
@Component(service = Aligner.class)
@Plugin(
        name = "affine",
        description = "linear map and shift by least squares, of smallest norm",
        source = "Maiorca et al., Latent space translation via semantic alignment, 2023")
public final class Affine implements Aligner {
    @Override
    public Alignment fit(AlignmentProblem problem, Run run) {
        Pairs pairs = Pairs.of(problem);
        Underdetermined.note("affine", pairs, run);
        return new LinearFit(true, 0).of(pairs);
    }

    @Override
    public Alignment restore(AlignmentState state) {
        return LinearAlignment.restored(state);
    }

    @Override
    public Set<MapFamily> recovers() {
        return EnumSet.allOf(MapFamily.class);
    }

    @Override
    public boolean readsAnchorsAlone() {
        return true;
    }

    @Override
    public boolean acceptsUnequalWidths() {
        return true;
    }
}
