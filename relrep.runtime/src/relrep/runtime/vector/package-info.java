/**
 * Files of vectors as commands work with them: found, opened by whichever format knows them,
 * matched row by row or key by key, read whole or block after block, and written.
 */
package relrep.runtime.vector;
