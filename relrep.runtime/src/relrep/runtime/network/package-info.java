/**
 * Networks as files, and encoding by them and by encoders: what {@code relrep train} and {@code
 * relrep encode} do.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.runtime.network;
