/** Metrics of a decoder's outputs. */
package relrep.metrics.output;
