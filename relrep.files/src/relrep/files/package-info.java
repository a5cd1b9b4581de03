/**
 * Reads files, packed or not, with checks; writes files completely or not at all; computes
 * checksums.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.files;
