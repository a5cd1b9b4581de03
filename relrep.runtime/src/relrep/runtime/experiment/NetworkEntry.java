package relrep.runtime.experiment;

import java.util.List;
import java.util.OptionalInt;

/**
 * A network as an experiment names it.
 *
 * @param name what rows call it
 * @param architecture what trains it
 * @param width of its latents, where it has one of its own
 * @param seeds one training each, where they are not the experiment's; empty for those
 */
public record NetworkEntry(
        String name, LocatedExpression architecture, OptionalInt width, List<Long> seeds) {
    /** Keeps a copy of the seeds. */
    public NetworkEntry {
        seeds = List.copyOf(seeds);
    }
}
