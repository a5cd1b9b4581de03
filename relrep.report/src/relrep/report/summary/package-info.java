/**
 * {@code summary.md}: the table of a run, beside what its paper printed, and a verdict per claim.
 */
package relrep.report.summary;
