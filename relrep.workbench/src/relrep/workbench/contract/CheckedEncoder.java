package relrep.workbench.contract;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.run.Run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        check.require(width > 0, "width", "must return at least 1, not %d", width);
        return width;
    }

    @Override
    public Content takes() {
        return check.get("takes", "a content", plugin::takes);
    }

    @Override
    public void prepare(DataPlaces places, Run run) {
        check.attempt(
                "prepare",
                () -> {
                    plugin.prepare(places, check.watched(run));
                    return "done";
                });
    }

    @Override
    public Matrix encode(Inputs inputs) {
        int width = latents == CheckedPlugin.UNKNOWN ? width() : latents;
        return check.matrix("encode", inputs.size(), width, () -> plugin.encode(inputs));
    }

    @Override
    public List<String> notes(Inputs inputs) {
        return List.copyOf(check.get("notes", "a list", () -> plugin.notes(inputs)));
    }

    @Override
    public Map<String, String> checksums() {
        Map<String, String> sums = check.get("checksums", "a map", plugin::checksums);
        check.named("checksums", "a checksum for each file", sums);
        return Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }
}
