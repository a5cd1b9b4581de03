/**
 * Compares two spaces that hold the same samples, by every metric. The spaces are measured
 * unmapped, as relative representations, and after each aligner. All values are measured on
 * held-out samples, with an interval.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.vectors.compare;
