/** How well anchors stand for a space. */
package relrep.metrics.anchor;
