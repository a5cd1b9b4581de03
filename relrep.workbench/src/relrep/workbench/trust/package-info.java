/**
 * Decides which jars relrep may run: reads jars of the folder {@code plugins/} and the list {@code
 * plugins/trusted}. It uses the JDK alone, since the launcher, which runs before there are bundles,
 * uses it too.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.trust;
