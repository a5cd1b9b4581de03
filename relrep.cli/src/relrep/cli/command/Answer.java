package relrep.cli.command;

/** What a command found out: printed as text for people, as JSON for programs. */
public interface Answer {
    /** Returns plain maps, lists, texts, numbers and booleans. */
    Object json();

    /** Prints it for people. */
    void print(TextPage page);

    /** Returns the exit code that it stands for. */
    default int exitCode() {
        return 0;
    }
}
