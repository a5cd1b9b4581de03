package relrep.onnx;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.model.Encoder;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.onnx.published.PublishedModel;

/** bge-small-zh-v1.5: four layers, 512 wide, Chinese. */
@Component(service = Encoder.class)
@Plugin(
        name = "bge-small-zh",
        description = "bge-small-zh-v1.5, a model of Chinese texts; 512 wide",
        source = "Xiao et al., C-Pack, SIGIR 2024")
public final class BgeSmallZh extends PublishedEncoder
        implements Tunable<Encoder, BgeSmallZh.Options> {
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
    public BgeSmallZh() {
        this(new Options("", 1));
    }

    private BgeSmallZh(Options options) {
        super(PublishedModel.BGE_SMALL_ZH, options.prefix(), options.threads());
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public BgeSmallZh with(Options other) {
        return new BgeSmallZh(other);
    }
}
