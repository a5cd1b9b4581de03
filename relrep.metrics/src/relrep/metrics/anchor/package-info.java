/** Measures how well anchors represent a space. */
package relrep.metrics.anchor;
