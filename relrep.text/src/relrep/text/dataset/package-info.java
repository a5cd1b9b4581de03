/** Datasets of texts: topics, sentiments, questions, and captions in several languages. */
package relrep.text.dataset;
