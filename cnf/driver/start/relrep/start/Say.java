package relrep.start;

/** Writes to standard error, for the person who waits. */
final class Say {
    private static final boolean TERMINAL = Boolean.getBoolean("relrep.terminal.err");

    private Say() {}

    /** Writes a sentence; characters that would control a terminal become question marks. */
    static void line(String sentence) {
        System.err.println("relrep: " + sentence.replaceAll("\\p{Cntrl}", "?"));
    }

    /** Whether a line can be written over. */
    static boolean onTerminal() {
        return TERMINAL;
    }

    /** Writes over the line before, on a terminal. */
    static void over(String sentence) {
        System.err.print("\rrelrep: " + sentence);
        System.err.flush();
    }

    /** Goes on to a new line. */
    static void end() {
        System.err.println();
    }
}
