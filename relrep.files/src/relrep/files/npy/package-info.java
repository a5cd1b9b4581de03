/**
 * NumPy's {@code .npy}: read into matrices, mapped without a copy where the file allows it, and
 * written. For whoever has vectors in files; it needs no OSGi.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.files.npy;
