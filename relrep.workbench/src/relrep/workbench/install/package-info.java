/**
 * Installs the bundles of the folder {@code plugins/} from copies, replaces them while they are in
 * use, and removes them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.install;
