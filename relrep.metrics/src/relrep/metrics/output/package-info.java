/** Metrics of what a decoder put out. */
package relrep.metrics.output;
