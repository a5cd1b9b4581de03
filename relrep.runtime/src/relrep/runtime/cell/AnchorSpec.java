package relrep.runtime.cell;

import relrep.api.run.Seed;
import relrep.runtime.experiment.Written;

/**
 * Anchors to choose once.
 *
 * @param data among whose training samples
 * @param selector what chooses
 * @param seed what decides the choice
 */
public record AnchorSpec(Written data, Written selector, long seed) {
    /** Returns where its randomness comes from. */
    public Seed branch() {
        return Seed.of(seed).branch("anchors");
    }
}
