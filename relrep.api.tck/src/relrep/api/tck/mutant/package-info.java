/**
 * Files that are damaged on purpose, by a seed: any file at random, and tables of text in ways of
 * which it is known what they mean or that they must be refused.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.api.tck.mutant;
