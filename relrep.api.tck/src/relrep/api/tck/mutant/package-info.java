/**
 * Files damaged on purpose, by a seed: any file at random, and tables of text with a known meaning
 * or a known refusal.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.api.tck.mutant;
