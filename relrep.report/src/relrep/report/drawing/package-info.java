/**
 * Drawings as values, and two writers: SVG without the JDK's graphics, and PNG without the
 * machine's fonts.
 */
package relrep.report.drawing;
