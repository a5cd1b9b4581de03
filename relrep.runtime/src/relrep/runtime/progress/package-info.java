/** How far a run is, shown on a terminal or in plain lines; and how it is ended. */
package relrep.runtime.progress;
