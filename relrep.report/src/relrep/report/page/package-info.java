/** The report of a run as one page. */
package relrep.report.page;
