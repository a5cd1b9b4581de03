/**
 * The figures of a run. Each is drawn from rows or exhibits, and comes with the numbers that it
 * shows.
 */
package relrep.report.figure;
