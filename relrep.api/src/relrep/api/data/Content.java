package relrep.api.data;

import java.util.Locale;

/** What samples consist of: a dataset says what it has, and an encoder what it takes. */
public enum Content {
    /** Numbers: pictures or plain vectors. */
    NUMBERS("numbers"),
    /** Texts. */
    TEXT("texts");

    private final String words;

    Content(String words) {
        this.words = words;
    }

    /** Returns it in the plural, for messages: {@code texts}. */
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
