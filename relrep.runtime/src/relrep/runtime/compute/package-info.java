/** What a cell computes: trained networks, spaces, alignments, decoded samples and their scores. */
package relrep.runtime.compute;
