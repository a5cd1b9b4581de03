/** Networks: how they are trained, what they are made of once trained, how they are kept. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package relrep.api.model;
