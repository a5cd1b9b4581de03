package relrep.runtime.experiment;

import java.util.OptionalInt;

/**
 * A network as an experiment names it.
 *
 * @param name what rows call it
 * @param architecture what trains it
 * @param width of its latents, where it has one of its own
 */
public record NetworkEntry(String name, Written architecture, OptionalInt width) {}
