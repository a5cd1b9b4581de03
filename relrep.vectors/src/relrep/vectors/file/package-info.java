/**
 * Files of vectors as commands work with them: found, opened by whichever format knows them,
 * matched row by row or key by key, read whole or block after block, and written.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.vectors.file;
