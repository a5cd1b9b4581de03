/**
 * Experiments: their files, their definitions, and the service through which the command line and
 * the shell run them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.runtime.experiment;
