/**
 * Compares two spaces that hold the same samples: every metric, in absolute and relative form,
 * before and after aligners, measured on samples that nothing was fitted on, with an interval.
 */
package relrep.runtime.compare;
