/**
 * Answers that code of others has in float64 for inputs of thousands of rows, and the comparison
 * with ours. They are not part of the repository: the folder with {@code golden.json} is in
 * RELREP_BENCH, that of the generated inputs in PERF_INPUTS, and tests are skipped without them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.api.tck.golden;
