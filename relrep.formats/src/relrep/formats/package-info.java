/** Formats of files that hold vectors: NumPy's, tables of text, and word vectors. */
package relrep.formats;
