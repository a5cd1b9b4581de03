package relrep.runtime.cell;

import relrep.api.run.Seed;
import relrep.runtime.experiment.LocatedExpression;

import java.util.Optional;

/**
 * Anchors to choose once.
 *
 * @param data among whose training samples
 * @param selector what chooses
 * @param seed what decides the choice
 * @param among the network in whose latents they are chosen; empty for the samples themselves
 */
public record AnchorSpec(
        LocatedExpression data,
        LocatedExpression selector,
        long seed,
        Optional<NetworkSpec> among) {
    /** Returns where its randomness comes from. */
    public Seed branch() {
        return Seed.of(seed).branch("anchors");
    }
}
