/** What may be written to a terminal. */
package relrep.runtime.terminal;
