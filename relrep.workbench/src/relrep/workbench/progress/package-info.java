/** The progress of a run, shown on a terminal or in plain lines, and its cancellation. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.progress;
