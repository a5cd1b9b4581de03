package relrep.runtime.experiment;

import java.util.Locale;

/** The kinds of chains. */
public enum ChainKind {
    /** Measures one space. */
    DESCRIBE("one space"),
    /** Measures two spaces that hold the same samples. */
    COMPARE("two spaces"),
    /** Connects the encoder of one network with the decoder of another, and measures the output. */
    STITCH("an output");

    private final String measures;

    ChainKind(String measures) {
        this.measures = measures;
    }

    /** Returns its name in experiment files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns in words what its metrics measure, for messages. */
    public String measures() {
        return measures;
    }
}
