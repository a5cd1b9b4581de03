package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.model.Encoder;

/**
 * Checks an encoder: it must return one row of finite latents per sample.
 *
 * @param latents the width that they must have, or {@link CheckedPlugin#UNKNOWN}
 */
record CheckedEncoder(ContractCheck check, Encoder plugin, int latents) implements Encoder {
    @Override
    public int width() {
        int width = check.attempt("width", plugin::width);
        check.require(
                latents == CheckedPlugin.UNKNOWN || width == latents,
                "train",
                "must make an encoder that is %d wide, not %d",
                latents,
                width);
        return width;
    }

    @Override
    public Matrix encode(Matrix inputs) {
        int width = latents == CheckedPlugin.UNKNOWN ? width() : latents;
        return check.matrix("encode", inputs.rows(), width, () -> plugin.encode(inputs));
    }
}
