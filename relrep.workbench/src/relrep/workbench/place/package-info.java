/** The places of data and of the cache. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.place;
