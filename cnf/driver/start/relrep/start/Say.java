package relrep.start;

/** Prints messages to standard error for the user. */
final class Say {
    private static final boolean TERMINAL = Boolean.getBoolean("relrep.terminal.err");

    private Say() {}

    /** Prints a sentence; characters that would control a terminal become question marks. */
    static void line(String sentence) {
        System.err.println("relrep: " + sentence.replaceAll("\\p{Cntrl}", "?"));
    }

    /** Returns whether a line can be overwritten. */
    static boolean onTerminal() {
        return TERMINAL;
    }

    /** Overwrites the previous line on a terminal. */
    static void over(String sentence) {
        System.err.print("\rrelrep: " + sentence);
        System.err.flush();
    }

    /** Starts a new line. */
    static void end() {
        System.err.println();
    }
}
