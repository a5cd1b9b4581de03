/** Metrics of one space. */
package relrep.metrics.space;
