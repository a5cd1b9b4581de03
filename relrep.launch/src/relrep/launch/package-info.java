/**
 * Starts Felix, passes it the words of the command line, and makes the returned value the exit code
 * of the process. It runs on the class path, before there is a framework. Bundles never import it;
 * the two sides exchange services made of {@code java.*} types.
 */
package relrep.launch;
