/** Measurements of one space, of two spaces, of an output. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package relrep.api.metric;
