/** Samples of one's own, for encoding: texts, pictures, vectors. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.vectors.sample;
