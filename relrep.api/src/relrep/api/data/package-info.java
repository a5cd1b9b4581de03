/**
 * Values that cross between bundles: matrices, samples, spaces, anchors; and the services that make
 * them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package relrep.api.data;
