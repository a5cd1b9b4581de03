/** Measures how far two searches agree. */
package relrep.metrics.retrieval;
