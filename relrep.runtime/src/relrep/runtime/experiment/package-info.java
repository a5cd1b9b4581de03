/**
 * Experiments: what there is to run, the files that they are written in, and the door through which
 * the command line and the shell run them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.runtime.experiment;
