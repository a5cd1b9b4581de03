/**
 * The fast computations over whole spaces, in float32 with double accumulation where it matters:
 * relative projections, neighbours, distances, column moments. They work block by block, so that no
 * {@code n × n} matrix and no copy of an input is stored. The results do not depend on the number
 * of threads.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.kernels.tile;
