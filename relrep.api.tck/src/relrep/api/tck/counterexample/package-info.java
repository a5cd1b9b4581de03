/**
 * Plugins that break their contract, one way each: what a program that uses plugins must refuse.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.api.tck.counterexample;
