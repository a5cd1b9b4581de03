/**
 * Files of vectors: opened in the format that recognises them, matched row by row or key by key,
 * read whole or block by block, and written.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.vectors.file;
