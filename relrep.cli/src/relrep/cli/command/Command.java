package relrep.cli.command;

/** One command as typed, its options and parameters filled in. */
interface Command {
    /**
     * Does what it is for.
     *
     * @throws Exception whatever goes wrong; {@link Failure} turns it into a sentence
     */
    Answer call() throws Exception;

    /** Returns the options that every command has. */
    CommonOptions common();
}
