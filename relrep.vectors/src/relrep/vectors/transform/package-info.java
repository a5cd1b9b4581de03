/**
 * Work on whole files of vectors: fits a map, applies a map, and computes similarities to anchors.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.vectors.transform;
