package relrep.api.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Inputs that are texts.
 *
 * @param values <i>n</i> texts; a text may be empty
 */
public record Texts(List<String> values) implements Inputs {
    /** Keeps a copy. */
    public Texts {
        values = List.copyOf(values);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public Content content() {
        return Content.TEXT;
    }

    @Override
    public List<String> texts() {
        return values;
    }

    @Override
    public Texts select(int... rows) {
        return new Texts(IntStream.of(rows).mapToObj(values::get).toList());
    }

    @Override
    public Texts rows(int from, int to) {
        return new Texts(values.subList(from, to));
    }
}
