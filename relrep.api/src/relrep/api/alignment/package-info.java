/** Maps from one latent space to another, fitted on corresponding points. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package relrep.api.alignment;
