/** Examines the installation and the machine, and says what to do about problems. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package relrep.workbench.doctor;
