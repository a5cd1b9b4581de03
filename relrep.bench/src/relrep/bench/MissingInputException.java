package relrep.bench;

/** An input file is missing, so the workload cannot be measured here. */
final class MissingInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingInputException(String message) {
        super(message);
    }
}
