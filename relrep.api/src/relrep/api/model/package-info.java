/** Networks: training, encoders and decoders, and their states in files. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package relrep.api.model;
