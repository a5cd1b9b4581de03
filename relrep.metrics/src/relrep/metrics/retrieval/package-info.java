/** How well one search stands for another. */
package relrep.metrics.retrieval;
