package relrep.runtime.cell;

import relrep.api.model.Objective;
import relrep.api.run.Seed;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.TrainedFile;

import java.util.List;
import java.util.Optional;

/**
 * The specification of a network: everything that decides its latents and its decoders.
 *
 * @param name the network's name in the experiment
 * @param maker the plugins that it is made with
 * @param width the width of its latents
 * @param seed the experiment's seed
 * @param data the dataset that it is trained on, and whose samples it encodes
 * @param objective what it is trained for
 * @param validation the share of the training samples that is held out for validation
 * @param through the similarity through which it is trained; empty where its decoder takes latents
 */
public record NetworkSpec(
        String name,
        Maker maker,
        int width,
        long seed,
        LocatedExpression data,
        Objective objective,
        double validation,
        Optional<EndToEndSpec> through) {
    /**
     * The plugins that a network is made with.
     *
     * @param plugin its architecture, or the encoder that it is
     * @param frozen whether the plugin is an encoder, so that nothing but decoders is trained
     * @param decoder what trains decoders for its latents, if that is not its architecture
     * @param penalties the terms of its training loss besides the objective's own
     * @param file the file of a network that is trained already
     */
    public record Maker(
            LocatedExpression plugin,
            boolean frozen,
            Optional<LocatedExpression> decoder,
            List<LocatedExpression> penalties,
            Optional<TrainedFile> file) {
        /** Copies the list. */
        public Maker {
            penalties = List.copyOf(penalties);
        }

        /** Returns the maker of a network that is trained as a whole. */
        public static Maker of(LocatedExpression architecture) {
            return new Maker(architecture, false, Optional.empty(), List.of(), Optional.empty());
        }

        /** Returns what trains decoders for given latents; an encoder alone has nothing. */
        public Optional<LocatedExpression> decoding() {
            return decoder.or(() -> frozen ? Optional.empty() : Optional.of(plugin));
        }
    }

    /**
     * Returns the branch of its randomness. It depends only on the experiment's seed and the
     * network's name, so that experiments can share networks.
     */
    public Seed branch() {
        return Seed.of(seed).branch(name);
    }

    /** Returns its architecture, or the encoder that it is, as written. */
    public LocatedExpression architecture() {
        return maker.plugin();
    }

    /** Returns whether its encoder is a plugin, and not trained. */
    public boolean frozen() {
        return maker.frozen();
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
        return new NetworkSpec(name, maker, width, seed, data, objective, validation, other);
    }

    /** Returns its name in messages. */
    public String label() {
        return name + "(" + seed + ")" + through.map(how -> " through " + how).orElse("");
    }
}
