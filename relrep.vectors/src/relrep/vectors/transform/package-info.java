/** Work on whole files of vectors: a map is fitted, applied, or made of similarities to anchors. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.vectors.transform;
