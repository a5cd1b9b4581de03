package relrep.api.data;

import relrep.api.run.InvalidInputException;

import java.util.List;

/** The inputs of encoders: one number vector or one text for each sample. Immutable. */
public sealed interface Inputs permits Numbers, Texts {
    /** Returns plain vectors. */
    static Inputs of(Matrix vectors) {
        return new Numbers(vectors, Shape.vector(Math.max(1, vectors.cols())));
    }

    /** Returns texts. */
    static Inputs of(List<String> texts) {
        return new Texts(texts);
    }

    /** Returns <i>n</i>. */
    int size();

    /** Returns what they consist of. */
    Content content();

    /** Returns the inputs with these numbers, in this order. */
    Inputs select(int... rows);

    /** Returns the inputs {@code from} to {@code to}, the latter excluded. */
    Inputs rows(int from, int to);

    /**
     * Returns the numbers, {@code n × d}.
     *
     * @throws InvalidInputException when the samples are texts
     */
    default Matrix numbers() {
        throw other(Content.NUMBERS);
    }

    /**
     * Returns the texts.
     *
     * @throws InvalidInputException when the samples are numbers
     */
    default List<String> texts() {
        throw other(Content.TEXT);
    }

    /**
     * Returns the layout of a sample's coordinates.
     *
     * @throws InvalidInputException when the samples are texts
     */
    default Shape shape() {
        throw other(Content.NUMBERS);
    }

    private InvalidInputException other(Content needed) {
        return new InvalidInputException(
                "samples that are %s are needed, these are %s"
                        .formatted(needed.words(), content().words()));
    }
}
