/** The origin of results: bundles and their digests, the commit, the machine. */
package relrep.runtime.provenance;
