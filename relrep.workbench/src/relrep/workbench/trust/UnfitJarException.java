package relrep.workbench.trust;

/** A file that is not a complete jar with a bundle. */
public final class UnfitJarException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean whole;

    UnfitJarException(String sentence, boolean whole) {
        super(sentence);
        this.whole = whole;
    }

    /** Returns whether the file is a complete jar, though not a bundle. */
    public boolean whole() {
        return whole;
    }
}
