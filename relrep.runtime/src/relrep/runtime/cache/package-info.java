/**
 * What was computed once and is kept: results of cells and trained networks, by the digest of all
 * that they depend on. Shared by any number of processes.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.runtime.cache;
