package relrep.onnx;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.model.Encoder;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.onnx.published.PublishedModel;

/** bge-small-en-v1.5: twelve layers, 384 wide, English. */
@Component(service = Encoder.class)
@Plugin(
        name = "bge-small-en",
        description = "bge-small-en-v1.5, a model of English texts; 384 wide",
        source = "Xiao et al., C-Pack, SIGIR 2024")
public final class BgeSmallEn extends PublishedEncoder
        implements Tunable<Encoder, BgeSmallEn.Options> {
    private final Options options;

    /**
     * The options.
     *
     * @param prefix stands before each text
     * @param threads that compute
     */
    public record Options(
            @Option(
                            "stands before each text, with a blank between; the authors have one"
                                    + " for queries")
                    String prefix,
            @Option(value = "threads that compute", min = 1, max = 1024) int threads) {}

    /** Makes the encoder with its defaults. */
    @Activate
    public BgeSmallEn() {
        this(new Options("", 1));
    }

    private BgeSmallEn(Options options) {
        super(PublishedModel.BGE_SMALL_EN, options.prefix(), options.threads());
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public BgeSmallEn with(Options other) {
        return new BgeSmallEn(other);
    }
}
