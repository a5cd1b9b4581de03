/**
 * Plugins by name: their kinds, the registry of installed ones, plugin expressions and their
 * options.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.plugins;
