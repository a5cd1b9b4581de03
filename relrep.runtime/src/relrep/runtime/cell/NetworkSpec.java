package relrep.runtime.cell;

import relrep.api.model.Objective;
import relrep.api.run.Seed;
import relrep.runtime.experiment.Written;

/**
 * A network to train once.
 *
 * @param name the network's name in the experiment
 * @param architecture what trains it
 * @param width of its latents
 * @param seed the experiment's seed
 * @param data what it is trained on
 * @param objective what for
 * @param validation the part of the training samples that is held out
 */
public record NetworkSpec(
        String name,
        Written architecture,
        int width,
        long seed,
        Written data,
        Objective objective,
        double validation) {
    /**
     * Returns where its randomness comes from: the experiment's seed and its name alone, so that
     * experiments share networks.
     */
    public Seed branch() {
        return Seed.of(seed).branch(name);
    }

    /** Returns how messages call it. */
    public String label() {
        return name + "(" + seed + ")";
    }
}
