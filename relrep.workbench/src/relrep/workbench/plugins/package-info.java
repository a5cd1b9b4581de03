/**
 * What is installed, and how people write it: the kinds of plugins, the registry of them, plugin
 * expressions and their options.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.plugins;
