/**
 * Files of vectors of one's own: tables of numbers that are opened, read in blocks of rows, and
 * written, whatever their format.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package relrep.api.file;
