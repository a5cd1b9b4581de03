/**
 * The contract kit: what a plugin claims, turned into checks. They run in the plugin's own unit
 * test and again in the running workbench.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.api.tck;
