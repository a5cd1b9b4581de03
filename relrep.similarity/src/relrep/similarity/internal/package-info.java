/** The similarities, each a service, built on the kernels of {@code relrep.kernels.tile}. */
package relrep.similarity.internal;
