/**
 * Dense linear algebra in double precision, for maps that are fitted once and applied often. Sums
 * over rows are computed in blocks, so memory does not grow with the number of rows. LAPACK and
 * BLAS are those of OpenBLAS; no native memory outlives a call.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.kernels.linear;
