package relrep.runtime.experiment;

import java.util.Locale;

/** What a chain does. */
public enum ChainKind {
    /** Measures one space. */
    DESCRIBE("one space"),
    /** Measures two spaces that hold the same samples. */
    COMPARE("two spaces"),
    /** Puts the encoder of one network before the decoder of another, and measures the output. */
    STITCH("an output");

    private final String measures;

    ChainKind(String measures) {
        this.measures = measures;
    }

    /** Returns how experiment files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what its metrics measure, for messages. */
    public String measures() {
        return measures;
    }
}
