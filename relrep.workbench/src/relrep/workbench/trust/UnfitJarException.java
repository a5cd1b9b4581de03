package relrep.workbench.trust;

/** A file that no bundle can be installed from. */
public final class UnfitJarException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean whole;

    UnfitJarException(String sentence, boolean whole) {
        super(sentence);
        this.whole = whole;
    }

    /** Tells whether the file is a jar from its first byte to its last, though no bundle. */
    public boolean whole() {
        return whole;
    }
}
