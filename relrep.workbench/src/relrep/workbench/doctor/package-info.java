/** What the installation and the machine are like, and what to do where they are not well. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.doctor;
