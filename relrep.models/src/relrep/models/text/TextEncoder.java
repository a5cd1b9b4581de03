package relrep.models.text;

import relrep.api.data.Content;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;

import java.util.List;

/**
 * The encoder of a text network.
 *
 * @param inner takes the ids of tokens
 * @param vocabulary the tokens that it knows
 * @param tokens the number of tokens of a text that are read
 */
public record TextEncoder(Encoder inner, Vocabulary vocabulary, int tokens) implements Encoder {
    @Override
    public int width() {
        return inner.width();
    }

    @Override
    public Content takes() {
        return Content.TEXT;
    }

    @Override
    public Matrix encode(Inputs inputs) {
        return inner.encode(Inputs.of(vocabulary.ids(inputs.texts(), tokens)));
    }

    @Override
    public List<String> notes(Inputs inputs) {
        return Vocabulary.notes(inputs.texts(), tokens);
    }
}
