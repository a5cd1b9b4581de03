/** Fault injection against the real command: kills, races, damaged files, bad plugins. */
package relrep.torture;
