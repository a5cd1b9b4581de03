/**
 * What plugins return, checked where it enters relrep. Every plugin that is handed out is wrapped
 * by {@link relrep.runtime.contract.CheckedPlugin}; the rest of the runtime takes what it is given.
 * Needs the API alone.
 */
package relrep.runtime.contract;
