/** Transforms by name: fitted on a space, kept in a file, made again, and around a map. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.vectors.prepare;
