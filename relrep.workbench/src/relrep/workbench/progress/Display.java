package relrep.workbench.progress;

/** Shows progress to somebody. Called by one thread at a time. */
public interface Display {
    /** Shows how far the work is; called often, so it decides itself what is worth showing. */
    void show(ProgressSnapshot standing);

    /** Tells one sentence. */
    void note(String sentence);

    /** Leaves the place as it was; nothing is shown afterwards. */
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
