/** The folder of a run: its place, its files, and the conditions for continuing it. */
package relrep.runtime.folder;
