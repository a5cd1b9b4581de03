/** Plugins in a plain Java program: found on the class path, without a framework. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.classpath;
