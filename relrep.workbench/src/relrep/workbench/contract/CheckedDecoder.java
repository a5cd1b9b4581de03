package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.model.Decoder;
import relrep.api.model.Objective;
import relrep.api.model.OutputRange;

import java.nio.FloatBuffer;

/**
 * Checks a decoder: it must return one row of finite outputs per latent, within the declared range.
 *
 * @param shape the requested shape, null where it is not known
 * @param range of reconstructions
 */
record CheckedDecoder(ContractCheck check, Decoder plugin, NetworkShape shape, OutputRange range)
        implements Decoder {
    /** Returns a restored decoder, checked against the shape that it was trained with. */
    static Decoder in(NetworkShape shape, Decoder decoder) {
        return decoder instanceof CheckedDecoder checked
                ? new CheckedDecoder(checked.check, checked.plugin, shape, checked.range)
                : decoder;
    }

    @Override
    public int width() {
        int width = check.attempt("width", plugin::width);
        check.require(
                shape == null
                        || shape.decoded() == CheckedPlugin.UNKNOWN
                        || width == shape.decoded(),
                "train",
                "must make a decoder that takes rows of %d, not of %d",
                shape == null ? 0 : shape.decoded(),
                width);
        return width;
    }

    @Override
    public Matrix decode(Matrix latents) {
        int outputs = shape == null ? CheckedPlugin.UNKNOWN : shape.outputs();
        Matrix decoded =
                check.matrix("decode", latents.rows(), outputs, () -> plugin.decode(latents));
        if (shape != null && shape.objective() == Objective.RECONSTRUCT && range.bounded()) {
            requireRange(decoded);
        }
        return decoded;
    }

    private void requireRange(Matrix decoded) {
        FloatBuffer values = decoded.buffer();
        while (values.hasRemaining()) {
            float value = values.get();
            if (value < range.low() || value > range.high()) {
                throw check.broken(
                        "decode",
                        "must return numbers from %s to %s, as range declares, not %s",
                        range.low(),
                        range.high(),
                        value);
            }
        }
    }
}
