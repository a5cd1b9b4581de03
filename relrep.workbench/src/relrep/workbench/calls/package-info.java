/**
 * Finds the plugins that threads are in, from the stacks of the threads. It needs only the
 * framework, since the launcher contains it too.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.calls;
