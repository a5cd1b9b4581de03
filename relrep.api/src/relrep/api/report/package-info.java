/** What is made of the rows of an experiment: tables, figures, pages. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package relrep.api.report;
