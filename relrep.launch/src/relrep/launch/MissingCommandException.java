package relrep.launch;

/** No bundle provides the command line service, so no command can run. */
final class MissingCommandException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingCommandException(String sentence) {
        super(sentence);
    }
}
