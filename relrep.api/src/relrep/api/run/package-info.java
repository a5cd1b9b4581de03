/**
 * Running work: its seed, its progress, its cancellation, and the exceptions with which it refuses.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.api.run;
