package relrep.runtime.cell;

import relrep.api.model.Objective;
import relrep.api.run.Seed;
import relrep.runtime.experiment.LocatedExpression;

import java.util.Optional;

/**
 * The specification of a trained network: everything that decides its training.
 *
 * @param name the network's name in the experiment
 * @param architecture its architecture
 * @param width the width of its latents
 * @param seed the experiment's seed
 * @param data the dataset that it is trained on
 * @param objective what it is trained for
 * @param validation the share of the training samples that is held out for validation
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
     * Returns the branch of its randomness. It depends only on the experiment's seed and the
     * network's name, so that experiments can share networks.
     */
    public Seed branch() {
        return Seed.of(seed).branch(name);
    }

    /** Returns the same network trained through a similarity. */
    public NetworkSpec through(EndToEndSpec similarity) {
        return with(Optional.of(similarity));
    }

    /** Returns the same network with a decoder that takes latents. */
    public NetworkSpec plain() {
        return with(Optional.empty());
    }

    private NetworkSpec with(Optional<EndToEndSpec> other) {
        return new NetworkSpec(name, architecture, width, seed, data, objective, validation, other);
    }

    /** Returns its name in messages. */
    public String label() {
        return name + "(" + seed + ")" + through.map(how -> " through " + how).orElse("");
    }
}
