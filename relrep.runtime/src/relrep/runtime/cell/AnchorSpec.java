package relrep.runtime.cell;

import relrep.api.run.Seed;
import relrep.runtime.experiment.LocatedExpression;

import java.util.Optional;

/**
 * The specification of anchors: everything that decides their choice.
 *
 * @param data the dataset; anchors are chosen among its training samples
 * @param selector the anchor selector
 * @param seed the seed of the choice
 * @param among the network in whose latents anchors are chosen; empty to choose among the samples
 *     themselves
 */
public record AnchorSpec(
        LocatedExpression data,
        LocatedExpression selector,
        long seed,
        Optional<NetworkSpec> among) {
    /** Returns the branch of its randomness. */
    public Seed branch() {
        return Seed.of(seed).branch("anchors");
    }
}
