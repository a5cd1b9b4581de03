package relrep.models.architecture;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.run.Run;

import java.util.List;
import java.util.Map;

/** An encoder whose latents are those of another one, changed but as wide. */
abstract class EncoderBehind implements Encoder {
    private final Encoder inner;

    EncoderBehind(Encoder inner) {
        this.inner = inner;
    }

    /** Returns the changed latents, {@code n × d}. */
    abstract Matrix changed(Matrix latents);

    @Override
    public final int width() {
        return inner.width();
    }

    @Override
    public final Content takes() {
        return inner.takes();
    }

    @Override
    public final void prepare(DataPlaces places, Run run) {
        inner.prepare(places, run);
    }

    @Override
    public final Matrix encode(Inputs inputs) {
        return changed(inner.encode(inputs));
    }

    @Override
    public final List<String> notes(Inputs inputs) {
        return inner.notes(inputs);
    }

    @Override
    public final Map<String, String> checksums() {
        return inner.checksums();
    }
}
