/**
 * Compares two spaces that hold the same samples: every metric, in absolute and relative form,
 * before and after aligners, measured on samples that nothing was fitted on, with an interval.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.vectors.compare;
