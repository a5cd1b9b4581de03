/** The dataset {@code vectors}: labelled vectors of one's own. */
package relrep.formats.labelled;
