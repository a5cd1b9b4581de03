/**
 * Dense linear algebra in double precision, for what is fitted once and applied often. Sums over
 * rows are taken in blocks, so memory does not grow with the number of rows; LAPACK and BLAS are
 * those of OpenBLAS, and nothing native outlives a call.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.kernels.linear;
