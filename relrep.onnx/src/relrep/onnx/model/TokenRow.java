package relrep.onnx.model;

/** The tokens of one text. */
final class TokenRow {
    private final long[] ids;
    private final long[] types;
    private final boolean cut;

    /**
     * Takes the tokens.
     *
     * @param ids their numbers
     * @param types the number of the part of the text that each belongs to
     * @param cut whether the text had more
     */
    TokenRow(long[] ids, long[] types, boolean cut) {
        this.ids = ids;
        this.types = types;
        this.cut = cut;
    }

    int size() {
        return ids.length;
    }

    long id(int token) {
        return ids[token];
    }

    long type(int token) {
        return types[token];
    }

    boolean cut() {
        return cut;
    }
}
