/** Transforms of one latent space, fitted on its training part: centring, scaling, whitening. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.api.transform;
