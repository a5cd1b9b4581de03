/** The figures of a run: each is drawn from rows or exhibits, and comes with the numbers drawn. */
package relrep.report.figure;
