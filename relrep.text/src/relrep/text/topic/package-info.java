/** Topics of texts without labels: weighted words, and k-means on them. */
package relrep.text.topic;
