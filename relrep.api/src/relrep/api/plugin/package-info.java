/**
 * What all plugins have in common: a name, options with defaults, and claims that can be checked.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package relrep.api.plugin;
