/** Metrics of two spaces that hold the same samples. */
package relrep.metrics.pair;
