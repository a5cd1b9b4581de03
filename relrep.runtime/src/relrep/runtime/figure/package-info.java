/** Which samples and spaces the figures of a run show. */
package relrep.runtime.figure;
