/**
 * What every plugin shares: a name written once, options with defaults, claims that can be checked.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package relrep.api.plugin;
