/**
 * Experiments as components: which parts an experiment needs, whether they are there, and its
 * start.
 */
package relrep.runtime.wiring;
