/** The folder of a run: where it is, what is written into it, and when it may be gone on with. */
package relrep.runtime.folder;
