package relrep.workbench.progress;

/** Shows progress. One thread at a time calls it. */
public interface Display {
    /** Shows the progress. It is called often; the display decides what is worth showing. */
    void show(ProgressSnapshot standing);

    /** Shows one sentence. */
    void note(String sentence);

    /** Ends the display and leaves the terminal clean; nothing is shown afterwards. */
    void close();

    /** Returns a display that shows nothing. */
    static Display none() {
        return new Display() {
            @Override
            public void show(ProgressSnapshot standing) {}

            @Override
            public void note(String sentence) {}

            @Override
            public void close() {}
        };
    }
}
