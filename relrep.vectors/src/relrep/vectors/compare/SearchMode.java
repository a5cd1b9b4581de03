package relrep.vectors.compare;

import java.util.Locale;

/** The ways in which queries of the target search documents of the source. */
public enum SearchMode {
    /**
     * Queries of the source search documents of the source: the source is kept, and nothing is
     * mapped.
     */
    STAYING("source asks source: staying"),
    /** Queries of the target search documents of the source without a map. */
    NO_MAP("target asks source: no map"),
    /** Queries of the target search documents of the source; both are relative representations. */
    RELATIVE("target asks source: relative"),
    /** Queries of the target search documents of the source that were mapped to the target. */
    MAPPED_SOURCE("target asks mapped source"),
    /** Queries of the target are mapped to the source and search its documents. */
    MAPPED_TARGET("mapped target asks source");

    private final String sentence;

    SearchMode(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the text for tables. */
    public String sentence() {
        return sentence;
    }

    /** Returns its name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the name of this way in gates.
     *
     * @param form the aligner, where there is one
     */
    String view(String form) {
        return switch (this) {
            case MAPPED_SOURCE -> form;
            case MAPPED_TARGET -> "back:" + form;
            default -> word();
        };
    }
}
