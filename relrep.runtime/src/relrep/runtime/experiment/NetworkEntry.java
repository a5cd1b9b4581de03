package relrep.runtime.experiment;

import java.util.List;
import java.util.OptionalInt;

/**
 * A network in the list of an experiment.
 *
 * @param name its name in rows
 * @param architecture its architecture
 * @param width of its latents, if it has its own
 * @param seeds its own seeds, one training per seed; empty for the experiment's seeds
 */
public record NetworkEntry(
        String name, LocatedExpression architecture, OptionalInt width, List<Long> seeds) {
    /** Copies the seeds. */
    public NetworkEntry {
        seeds = List.copyOf(seeds);
    }
}
