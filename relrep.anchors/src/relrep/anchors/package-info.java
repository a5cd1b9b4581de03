/** Anchor selectors: choose the anchors among the samples of a space. */
package relrep.anchors;
