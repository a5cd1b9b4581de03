/** Reports on the rows of an experiment: tables, figures, pages; and the language of claims. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package relrep.api.report;
