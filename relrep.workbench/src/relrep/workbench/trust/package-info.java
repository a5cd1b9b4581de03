/**
 * Which jars relrep may run: what a jar of the folder {@code plugins/} is, and whether the list
 * {@code plugins/trusted} has it. Of the JDK alone: the launcher, which runs before there are
 * bundles, asks it too.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.trust;
