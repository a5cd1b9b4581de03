/**
 * The commands, one small class each. The command line and the shell use the same classes. A
 * command returns an answer, which is printed elsewhere.
 */
package relrep.cli.command;
