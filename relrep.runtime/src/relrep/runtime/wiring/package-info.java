/**
 * Runs experiments as OSGi components: finds the plugins that an experiment needs, waits for them,
 * and starts it.
 */
package relrep.runtime.wiring;
