/**
 * Cells: what the grid of an experiment is cut into, what each depends on (and so the name that its
 * result has in the cache), and how many are computed at once.
 */
package relrep.runtime.cell;
