/**
 * Files of vectors that users bring or write: opened, read in blocks of rows, and written, in any
 * installed format.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package relrep.api.file;
