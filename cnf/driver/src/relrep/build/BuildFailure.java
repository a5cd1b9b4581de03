package relrep.build;

/** A failure that ends the build: one sentence, and the exit code of the process. */
public final class BuildFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final int exit;

    private BuildFailure(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    public static BuildFailure failed(String sentence) {
        return new BuildFailure(FAILED, sentence);
    }

    public static BuildFailure usage(String sentence) {
        return new BuildFailure(USAGE, sentence);
    }

    public int exit() {
        return exit;
    }
}
