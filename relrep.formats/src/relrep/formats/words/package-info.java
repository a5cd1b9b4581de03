/** Words as samples, each the vectors that several spaces have for it. */
package relrep.formats.words;
