/**
 * Files that a site publishes, for example those of data sets: finds them, checks them, and
 * downloads them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.files.official;
