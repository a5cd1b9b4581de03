/**
 * Writes {@code summary.md}: the table of a run beside the numbers of its paper, and a verdict per
 * claim.
 */
package relrep.report.summary;
