/**
 * The contract kit: checks of the laws and claims of plugins. They run in the plugin's own unit
 * test, and again in the running workbench.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.api.tck;
