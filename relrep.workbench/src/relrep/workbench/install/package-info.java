/**
 * The bundles of the folder {@code plugins/}: installed from copies, replaced while others work
 * with them, and taken away.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.install;
