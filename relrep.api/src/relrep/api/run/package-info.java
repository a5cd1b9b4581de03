/**
 * A piece of work under way: its seed, its progress, its end; and the ways in which it may refuse.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.api.run;
