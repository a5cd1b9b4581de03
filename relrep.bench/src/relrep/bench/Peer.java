package relrep.bench;

/**
 * Another implementation of a workload.
 *
 * @param name by which the peers' scripts know it
 * @param aim what part of its time we want to take at most; not a number where there is no aim
 */
record Peer(String name, double aim) {}
