/** Pieces of work on several threads. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.parallel;
