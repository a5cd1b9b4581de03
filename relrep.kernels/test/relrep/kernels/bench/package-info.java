/** Times the kernels on files of NumPy, one workload a line of the standard input. */
package relrep.kernels.bench;
