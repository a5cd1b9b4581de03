/** Anchor selectors: which samples a space is seen from. */
package relrep.anchors;
