/**
 * Drawings as values, and two ways to write them: as SVG without any of the JDK's graphics, and as
 * PNG without any font of the machine.
 */
package relrep.report.drawing;
