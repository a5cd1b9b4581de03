/**
 * Chains: the three kinds, what they are made of, and how Declarative Services wires, starts and
 * ends them.
 */
package relrep.runtime.chain;
