/** How far a run is, shown on a terminal or in plain lines; and how it is ended. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.progress;
