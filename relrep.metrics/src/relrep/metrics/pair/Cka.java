package relrep.metrics.pair;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.run.Run;
import relrep.kernels.tile.LinearCka;

import java.util.EnumSet;
import java.util.Set;

/**
 * Linear centred kernel alignment, {@code ‖YᵀX‖² / (‖XᵀX‖ ‖YᵀY‖)} of the centred spaces, from 0 to
 * 1. It is the biased estimator, which rises towards 1 when there are few samples for the widths.
 * Widths may differ. A space whose rows are all equal is refused.
 *
 * <p>Source: Kornblith et al., Similarity of neural network representations revisited, ICML 2019,
 * equation 4.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "linear-cka",
        description = "linear centred kernel alignment of two spaces",
        source =
                "Kornblith et al., Similarity of neural network representations revisited, ICML"
                        + " 2019, equation 4")
public final class Cka implements PairMetric {
    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(), 2);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(
                Invariance.ORTHOGONAL,
                Invariance.PERMUTATION,
                Invariance.ISOTROPIC_SCALING,
                Invariance.TRANSLATION);
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.require(traits(), source, target);
        Paired.requireSpread(source, target);
        return Score.of(LinearCka.of(source.latents(), target.latents(), run));
    }
}
