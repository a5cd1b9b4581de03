package relrep.cli.command;

/** The result of a command, printed as text for people or as JSON for programs. */
public interface Answer {
    /** Returns the result as plain maps, lists, texts, numbers and booleans. */
    Object json();

    /** Prints the result for people. */
    void print(TextPage page);

    /** Returns the exit code for this result. */
    default int exitCode() {
        return 0;
    }
}
