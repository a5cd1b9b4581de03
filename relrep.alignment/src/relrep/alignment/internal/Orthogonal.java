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

/** Orthogonal Procrustes, {@code z' = zR} with {@code RRᵀ = I}, without centring. */
@Component(service = Aligner.class)
@Plugin(
        name = "orthogonal",
        description = "rotation or reflection about the origin, by Procrustes without centring",
        source =
                "Schönemann, A generalized solution of the orthogonal Procrustes problem, 1966;"
                        + " Maiorca et al., Latent space translation via semantic alignment, 2023")
public final class Orthogonal implements Aligner {
    @Override
    public Alignment fit(AlignmentProblem problem, Run run) {
        problem.requireEqualWidths("orthogonal");
        return new OrthogonalFit(false, true).of(Pairs.of(problem));
    }

    @Override
    public Alignment restore(AlignmentState state) {
        return LinearAlignment.restored(state);
    }

    @Override
    public Set<MapFamily> recovers() {
        return EnumSet.of(MapFamily.ROTATION, MapFamily.ORTHOGONAL);
    }

    @Override
    public boolean readsAnchorsAlone() {
        return true;
    }

    @Override
    public boolean acceptsUnequalWidths() {
        return false;
    }
}
