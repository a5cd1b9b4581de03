/**
 * Answers in float64 by NumPy and SciPy for random inputs of thousands of points, and their
 * comparison with results of relrep or of a plugin. This bundle has both: inputs are drawn, and
 * answers are in {@code golden.properties}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.api.tck.golden;
