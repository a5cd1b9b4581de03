/**
 * The hot paths over whole spaces, in float32 with double accumulation where it matters: relative
 * projections, column moments. Everything goes block by block, so that no {@code n × n} matrix and
 * no copy of an input is ever held, and the answers do not depend on the number of threads.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package relrep.kernels.tile;
