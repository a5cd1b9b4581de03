/** Networks of texts: tokens, vocabularies, and the architectures over them. */
package relrep.models.text;
