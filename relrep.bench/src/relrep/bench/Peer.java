package relrep.bench;

/**
 * Another implementation of a workload.
 *
 * @param name its name in the peers' scripts
 * @param aim the largest share of its time that we want to take; NaN without an aim
 */
record Peer(String name, double aim) {}
