package relrep.torture;

/** A failure of relrep in an attempt, described in one sentence. */
final class Loss extends Exception {
    private static final long serialVersionUID = 1;

    Loss(String sentence) {
        super(sentence);
    }

    /** Throws if a condition does not hold. */
    @SuppressWarnings("AnnotateFormatMethod") // its annotation is in a jar that nothing else needs
    static void unless(boolean holds, String sentence, Object... values) throws Loss {
        if (!holds) {
            throw new Loss(sentence.formatted(values));
        }
    }
}
