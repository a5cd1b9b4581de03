package relrep.start;

/** The machine lacks something that the build needs; one sentence says what. */
final class LackingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is in a jar that nothing else needs
    LackingException(String sentence, Object... words) {
        super(sentence.formatted(words));
    }
}
