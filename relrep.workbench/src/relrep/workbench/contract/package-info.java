/**
 * Checks the results of plugins where they enter relrep. {@link
 * relrep.workbench.contract.CheckedPlugin} wraps every plugin before it is used; all other code
 * relies on these checks. Needs the API alone.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.contract;
