/** Files: read with care, packed or not, and written whole or not at all; checksums. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.files;
