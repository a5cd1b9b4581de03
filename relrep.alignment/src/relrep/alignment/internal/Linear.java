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
 * Linear least squares without a shift, {@code z' = zW}. If the pairs do not determine <i>W</i>,
 * the solution of smallest norm is taken.
 */
@Component(service = Aligner.class)
@Plugin(
        name = "linear",
        description = "linear map by least squares, of smallest norm, without a shift",
        source = "Lähner & Moeller, On the Direct Alignment of Latent Spaces, 2023, section 3.1")
public final class Linear implements Aligner {
    @Override
    public Alignment fit(AlignmentProblem problem, Run run) {
        Pairs pairs = Pairs.of(problem);
        Underdetermined.note("linear", pairs, run);
        return new LinearFit(false, 0).of(pairs);
    }

    @Override
    public Alignment restore(AlignmentState state) {
        return LinearAlignment.restored(state);
    }

    @Override
    public Set<MapFamily> recovers() {
        return EnumSet.complementOf(EnumSet.of(MapFamily.TRANSLATION));
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
