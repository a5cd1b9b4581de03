package relrep.runtime.cell;

import relrep.api.model.Objective;
import relrep.api.run.Seed;
import relrep.runtime.experiment.LocatedExpression;

import java.util.Optional;

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
 * @param through the similarity through which it is trained; empty where its decoder takes latents
 */
public record NetworkSpec(
        String name,
        LocatedExpression architecture,
        int width,
        long seed,
        LocatedExpression data,
        Objective objective,
        double validation,
        Optional<EndToEndSpec> through) {
    /**
     * Returns where its randomness comes from: the experiment's seed and its name alone, so that
     * experiments share networks.
     */
    public Seed branch() {
        return Seed.of(seed).branch(name);
    }

    /** Returns the network that is trained through a similarity and like this one otherwise. */
    public NetworkSpec through(EndToEndSpec similarity) {
        return with(Optional.of(similarity));
    }

    /** Returns the network whose decoder takes latents, and that is like this one otherwise. */
    public NetworkSpec plain() {
        return with(Optional.empty());
    }

    private NetworkSpec with(Optional<EndToEndSpec> other) {
        return new NetworkSpec(name, architecture, width, seed, data, objective, validation, other);
    }

    /** Returns how messages call it. */
    public String label() {
        return name + "(" + seed + ")" + through.map(how -> " through " + how).orElse("");
    }
}
