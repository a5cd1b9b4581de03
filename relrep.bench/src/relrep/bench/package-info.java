/** The benchmark: measures workloads under the names of the peers' scripts. */
package relrep.bench;
