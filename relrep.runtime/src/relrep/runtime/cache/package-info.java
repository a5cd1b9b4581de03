/**
 * The cache: results of cells and trained networks, stored by the digest of everything that they
 * depend on. Any number of processes share it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.runtime.cache;
