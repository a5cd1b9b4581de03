package relrep.metrics.pair;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.run.Run;
import relrep.kernels.tile.RowCosines;

import java.util.EnumSet;
import java.util.Set;

/**
 * The mean over the samples of the cosine between a sample's vectors in the two spaces, from -1 to
 * 1. A zero vector has cosine 0. The chance level depends on the means of the spaces: unrelated
 * spaces with mean 0 have about 0, unrelated narrow cones may have nearly 1.
 *
 * <p>Source: Moschella et al., Relative representations enable zero-shot latent space
 * communication, ICLR 2023, section 4.1, as <i>cosine</i>.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "cosine-index",
        description = "mean cosine of a sample in one space and in the other",
        source = "Moschella et al., Relative representations, ICLR 2023, section 4.1")
public final class CosineIndex implements PairMetric {
    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.HIGHER_IS_BETTER, -1, 1, Set.of(Need.EQUAL_WIDTHS), 1);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(Invariance.ISOTROPIC_SCALING);
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.require(traits(), source, target);
        return Paired.mean(RowCosines.of(source.latents(), target.latents()));
    }
}
