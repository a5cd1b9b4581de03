/**
 * Cells, the pieces that the grid of an experiment is divided into: their specifications, their
 * cache keys, and the scheduler that runs several at once.
 */
package relrep.runtime.cell;
