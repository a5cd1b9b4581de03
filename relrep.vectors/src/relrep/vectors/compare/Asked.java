package relrep.vectors.compare;

import java.util.Locale;

/** Who asks whom: the ways in which targets may find what they look for. */
public enum Asked {
    /** The source alone: its own queries ask its own documents. */
    STAYING("source asks source: staying"),
    /** Queries of the target ask documents of the source, as if they were one space. */
    NO_MAP("target asks source: no map"),
    /** Both by their similarities to anchors. */
    RELATIVE("target asks source: relative"),
    /** Queries of the target ask documents of the source that were mapped to the target. */
    MAPPED_SOURCE("target asks mapped source"),
    /** Queries of the target are mapped to the source, and ask its documents. */
    MAPPED_TARGET("mapped target asks source");

    private final String sentence;

    Asked(String sentence) {
        this.sentence = sentence;
    }

    /** Returns what tables say. */
    public String sentence() {
        return sentence;
    }

    /** Returns the word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns what gates call a way of asking.
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
