/**
 * NumPy's {@code .npy}: read into matrices, mapped without a copy where possible, and written. It
 * needs no OSGi.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.files.npy;
