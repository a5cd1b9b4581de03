package relrep.runtime.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network in the list of an experiment.
 *
 * @param name its name in rows
 * @param plugin the architecture that trains it, or the encoder that it is
 * @param called what the file calls the plugin
 * @param decoder what trains decoders for its latents, if that is not its architecture
 * @param penalties the terms of its training loss besides the objective's own
 * @param data the dataset that it is trained on and that it encodes, if it has its own
 * @param file the file of a network that is trained already
 * @param width of its latents, if it has its own
 * @param seeds its own seeds, one training per seed; empty for the experiment's seeds
 */
public record NetworkEntry(
        String name,
        LocatedExpression plugin,
        Called called,
        Optional<LocatedExpression> decoder,
        List<LocatedExpression> penalties,
        Optional<LocatedExpression> data,
        Optional<TrainedFile> file,
        OptionalInt width,
        List<Long> seeds) {
    /** What an experiment file calls the plugin of a network. */
    public enum Called {
        /** A name alone: an architecture, or an encoder if no architecture has this name. */
        NOTHING,
        /** An architecture. */
        ARCHITECTURE,
        /** An encoder. */
        ENCODER
    }

    /** Copies the lists. */
    public NetworkEntry {
        penalties = List.copyOf(penalties);
        seeds = List.copyOf(seeds);
    }

    /** Makes a network that has nothing of its own. */
    static NetworkEntry of(
            String name, LocatedExpression plugin, List<LocatedExpression> penalties) {
        return new NetworkEntry(
                name,
                plugin,
                Called.NOTHING,
                Optional.empty(),
                penalties,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of());
    }
}
