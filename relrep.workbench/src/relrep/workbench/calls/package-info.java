/**
 * Which plugins the threads are in, as their stacks tell. Needs nothing but the framework, so that
 * the launcher has it too.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.calls;
