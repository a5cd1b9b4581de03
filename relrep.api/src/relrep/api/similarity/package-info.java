/**
 * Similarity measures between samples and anchors, from which relative representations are made.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package relrep.api.similarity;
