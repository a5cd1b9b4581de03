/**
 * What was computed once and is kept: results of cells and trained networks, by the digest of all
 * that they depend on. Shared by any number of processes.
 */
package relrep.runtime.cache;
