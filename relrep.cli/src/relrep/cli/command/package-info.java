/**
 * The commands: one small class each, used by the command line and by the shell alike. A command
 * returns an answer; how it is printed is not its business.
 */
package relrep.cli.command;
