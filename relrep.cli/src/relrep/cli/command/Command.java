package relrep.cli.command;

/** One command, with its options and parameters filled in. */
interface Command {
    /**
     * Runs the command.
     *
     * @throws Exception any failure; {@link Failure} turns it into a sentence
     */
    Answer call() throws Exception;

    /** Returns the options that all commands have. */
    CommonOptions common();
}
