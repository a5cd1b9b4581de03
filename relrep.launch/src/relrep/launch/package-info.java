/**
 * Starts Felix, hands it the words of the command line, and turns what the command returns into the
 * exit code of the process. It runs on the class path, before there is a framework; bundles never
 * import it: what passes between them are services made of {@code java.*} types.
 */
package relrep.launch;
