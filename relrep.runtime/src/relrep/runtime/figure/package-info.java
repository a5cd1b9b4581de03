/** The samples and spaces that the figures of a run show. */
package relrep.runtime.figure;
