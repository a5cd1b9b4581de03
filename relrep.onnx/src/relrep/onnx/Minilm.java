package relrep.onnx;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.model.Encoder;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.onnx.published.PublishedModel;

/** all-MiniLM-L6-v2: six layers, 384 wide, English. */
@Component(service = Encoder.class)
@Plugin(
        name = "minilm",
        description = "all-MiniLM-L6-v2, a model of English sentences; 384 wide",
        source = "Wang et al., MiniLM, NeurIPS 2020; Reimers & Gurevych, Sentence-BERT, EMNLP 2019")
public final class Minilm extends PublishedEncoder implements Tunable<Encoder, Minilm.Options> {
    private final Options options;

    /**
     * The options.
     *
     * @param threads that compute
     */
    public record Options(
            @Option(value = "threads that compute", min = 1, max = 1024) int threads) {}

    /** Makes the encoder with its defaults. */
    @Activate
    public Minilm() {
        this(new Options(1));
    }

    private Minilm(Options options) {
        super(PublishedModel.MINILM, "", options.threads());
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Minilm with(Options other) {
        return new Minilm(other);
    }
}
