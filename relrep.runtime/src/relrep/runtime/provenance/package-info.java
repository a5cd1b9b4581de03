/** What a run was made from: bundles and their digests, the commit, the machine. */
package relrep.runtime.provenance;
