/**
 * Plugins that each break their contract in one way. A program that uses plugins must detect them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.api.tck.counterexample;
