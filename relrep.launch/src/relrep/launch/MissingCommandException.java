package relrep.launch;

/** No bundle has brought the command line, so nothing can be run. */
final class MissingCommandException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingCommandException(String sentence) {
        super(sentence);
    }
}
