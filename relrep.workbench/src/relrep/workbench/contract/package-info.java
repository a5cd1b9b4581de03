/**
 * What plugins return, checked where it enters relrep. Every plugin that is handed out is wrapped
 * by {@link relrep.workbench.contract.CheckedPlugin}; the rest of the runtime takes what it is
 * given. Needs the API alone.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.contract;
