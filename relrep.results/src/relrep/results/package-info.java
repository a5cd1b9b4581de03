/** The kept results of the bundled experiments: renews them, and writes the pages about them. */
package relrep.results;
