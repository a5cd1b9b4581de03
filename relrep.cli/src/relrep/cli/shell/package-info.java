/** The two places where commands are typed: the command line of the process and the Gogo shell. */
package relrep.cli.shell;
