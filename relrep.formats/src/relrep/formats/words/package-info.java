/**
 * The dataset {@code words}: words as samples, with the vectors that several spaces have for them.
 */
package relrep.formats.words;
