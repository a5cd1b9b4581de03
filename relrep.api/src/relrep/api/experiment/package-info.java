/** Experiments and the tidy rows that come out of them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.api.experiment;
