/** Computes cells: trained networks, spaces, alignments, decoded samples and their scores. */
package relrep.runtime.compute;
