/**
 * Which plugins the threads are in, as their stacks tell. Needs nothing but the framework, so that
 * the launcher has it too.
 */
package relrep.runtime.calls;
