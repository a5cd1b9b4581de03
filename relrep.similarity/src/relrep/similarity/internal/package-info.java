/** Similarities, each a service, on the kernels of {@code relrep.kernels.tile}. */
package relrep.similarity.internal;
