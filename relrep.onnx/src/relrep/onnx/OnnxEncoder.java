package relrep.onnx;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.onnx.model.LoadedModel;
import relrep.onnx.model.ModelFile;
import relrep.onnx.model.Pooling;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An encoder in an ONNX file: of texts with its tokenizer, or of pictures or vectors. */
@Component(service = Encoder.class)
@Plugin(
        name = "onnx",
        description = "a model of texts, pictures or vectors in an ONNX file",
        source = "ONNX specification; run by ONNX Runtime, texts tokenized by DJL's tokenizers")
public final class OnnxEncoder implements Encoder, Tunable<Encoder, OnnxEncoder.Options> {
    private final Options options;
    private volatile LoadedModel loaded;
    private volatile Map<String, String> checksums;

    /**
     * The options.
     *
     * @param model the file
     * @param tokenizer the tokenizer of a model of texts
     * @param pooling how vectors of tokens become one
     * @param output the name of the output
     * @param width of the latents
     * @param normalise whether latents are scaled to length 1
     * @param prefix stands before each text
     * @param length the most tokens of a text
     * @param threads that compute
     */
    public record Options(
            @Option("the ONNX file") String model,
            @Option("its tokenizer.json, for a model of texts; default: the one beside it")
                    String tokenizer,
            @Option(
                            "how the vectors of tokens, or the maps of features, become one vector:"
                                + " their mean, the first (cls), or none where the model gives one")
                    Pooling pooling,
            @Option("name of the output; default: the first that suits the pooling") String output,
            @Option(
                            value =
                                    "width of the latents, where the file leaves it open; 0"
                                            + " otherwise",
                            min = 0)
                    int width,
            @Option("whether latents are scaled to length 1") boolean normalise,
            @Option("stands before each text, with a blank between, for example 'query:'")
                    String prefix,
            @Option(
                            value =
                                    "the most tokens of a text, longer ones are truncated; 0 for"
                                            + " what tokenizer and model say",
                            min = 0)
                    int length,
            @Option(value = "threads that compute", min = 1, max = 1024) int threads) {}

    /** Makes the encoder without a file; {@link #with} names one. */
    @Activate
    public OnnxEncoder() {
        this(new Options("", "", Pooling.MEAN, "", 0, false, "", 0, 1));
    }

    private OnnxEncoder(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public OnnxEncoder with(Options other) {
        return new OnnxEncoder(other);
    }

    private ModelFile file() {
        if (options.model().isBlank()) {
            throw InvalidInputException.of(
                    "model", "must be an ONNX file, and none is given: onnx(model=FILE)");
        }
        return new ModelFile(
                Path.of(options.model()),
                Optional.of(options.tokenizer()).filter(name -> !name.isBlank()).map(Path::of),
                new ModelFile.Settings(
                        options.pooling(),
                        options.output(),
                        options.width(),
                        options.normalise(),
                        options.prefix(),
                        options.length(),
                        options.threads()));
    }

    @Override
    public int width() {
        return file().width();
    }

    @Override
    public Content takes() {
        // Without a file there is nothing to ask.
        return options.model().isBlank() ? Content.TEXT : file().takes();
    }

    @Override
    public void prepare(DataPlaces places, Run run) {
        if (loaded == null) {
            run.step(0, 1);
            loaded = file().load(places.cache());
        }
    }

    @Override
    public Matrix encode(Inputs inputs) {
        return loaded().encode(inputs);
    }

    @Override
    public List<String> notes(Inputs inputs) {
        return loaded().notes(inputs);
    }

    private LoadedModel loaded() {
        LoadedModel model = loaded;
        if (model == null) {
            throw new IllegalStateException("prepare comes before encode");
        }
        return model;
    }

    @Override
    public Map<String, String> checksums() {
        Map<String, String> sums = checksums;
        if (sums == null) {
            sums = file().checksums();
            checksums = sums;
        }
        return sums;
    }
}
