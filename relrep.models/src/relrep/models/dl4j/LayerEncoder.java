package relrep.models.dl4j;

import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.Checksum;

import java.nio.file.Path;
import java.util.Map;

/** An encoder by one layer of a network in a file. */
abstract class LayerEncoder implements Encoder {
    private final LayerOptions options;
    private volatile Loaded loaded;
    private volatile Map<String, String> checksums;

    LayerEncoder(LayerOptions options) {
        this.options = options;
    }

    /** Returns the file's network. */
    abstract NetworkFile open(Path file);

    /** Returns the refusal to work without a file. */
    abstract InvalidInputException noFile();

    /** Returns the options. */
    public LayerOptions options() {
        return options;
    }

    private Path file() {
        if (options.model().isBlank()) {
            throw noFile();
        }
        return Path.of(options.model());
    }

    private LayerLatents latents(NetworkFile file) {
        return LayerLatents.of(file.plan(), options.layer(), options.width());
    }

    @Override
    public final int width() {
        Loaded ready = loaded;
        return (ready == null ? latents(open(file())) : ready.latents()).width();
    }

    @Override
    public final void prepare(DataPlaces places, Run run) {
        if (loaded == null) {
            run.step(0, 1);
            NetworkFile file = open(file());
            LayerLatents latents = latents(file);
            latents.width();
            loaded = new Loaded(latents, file.load(latents.plan()));
            run.step(1, 1);
        }
    }

    @Override
    public final Matrix encode(Inputs inputs) {
        Loaded ready = loaded;
        if (ready == null) {
            throw new IllegalStateException("prepare comes before encode");
        }
        return ready.latents().encode(inputs, ready.network());
    }

    @Override
    public final Map<String, String> checksums() {
        Map<String, String> sums = checksums;
        if (sums == null) {
            sums = Map.of(file().getFileName().toString(), Checksum.of(file()));
            checksums = sums;
        }
        return sums;
    }

    private record Loaded(LayerLatents latents, NetworkFunction network) {}
}
