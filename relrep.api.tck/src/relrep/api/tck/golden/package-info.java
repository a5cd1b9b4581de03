/**
 * Answers in float64 by NumPy and SciPy for drawn inputs of thousands of points, and the comparison
 * with those of relrep or of a plugin. Both are part of this bundle: inputs are drawn, answers are
 * in {@code golden.properties}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.api.tck.golden;
