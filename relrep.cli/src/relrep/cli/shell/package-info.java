/** The two ends at which commands are typed: the process's command line and the Gogo shell. */
package relrep.cli.shell;
