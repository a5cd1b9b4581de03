/**
 * Experiments: what there is to run, the files that they are written in, and the door through which
 * the command line and the shell run them.
 */
package relrep.runtime.experiment;
