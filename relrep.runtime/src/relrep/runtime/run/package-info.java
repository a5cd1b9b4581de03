/**
 * One run of an experiment: its cells in the order of their dependencies, and the rows that they
 * produce.
 */
package relrep.runtime.run;
