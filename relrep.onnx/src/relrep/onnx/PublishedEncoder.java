package relrep.onnx;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.run.Run;
import relrep.onnx.model.LoadedModel;
import relrep.onnx.model.ModelFile;
import relrep.onnx.published.PublishedFiles;
import relrep.onnx.published.PublishedModel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An encoder of texts by a published model, which is fetched once. Its latents have length 1. */
abstract class PublishedEncoder implements Encoder {
    private final PublishedModel model;
    private final String prefix;
    private final int threads;
    private volatile LoadedModel loaded;

    PublishedEncoder(PublishedModel model, String prefix, int threads) {
        this.model = model;
        this.prefix = prefix;
        this.threads = threads;
    }

    @Override
    public final int width() {
        return model.use().width();
    }

    @Override
    public final Content takes() {
        return Content.TEXT;
    }

    @Override
    public final void prepare(DataPlaces places, Run run) {
        if (loaded != null) {
            return;
        }
        PublishedFiles.Unpacked files = PublishedFiles.of(model, places).require(run);
        run.step(0, 1);
        ModelFile.Settings settings =
                new ModelFile.Settings(
                        model.use().pooling(), "", 0, true, prefix, model.use().length(), threads);
        loaded =
                new ModelFile(files.model(), Optional.of(files.tokenizer()), settings)
                        .load(places.cache());
    }

    @Override
    public final Matrix encode(Inputs inputs) {
        return loaded().encode(inputs);
    }

    @Override
    public final List<String> notes(Inputs inputs) {
        return loaded().notes(inputs);
    }

    private LoadedModel loaded() {
        LoadedModel ready = loaded;
        if (ready == null) {
            throw new IllegalStateException("prepare comes before encode");
        }
        return ready;
    }

    @Override
    public final Map<String, String> checksums() {
        Map<String, String> sums = new LinkedHashMap<>();
        sums.put(model.model().name(), model.model().sha256());
        sums.put(model.tokenizer().name(), model.tokenizer().sha256());
        return sums;
    }
}
