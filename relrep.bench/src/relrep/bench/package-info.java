/** Measures the workloads by the names that the peers' scripts have for them. */
package relrep.bench;
