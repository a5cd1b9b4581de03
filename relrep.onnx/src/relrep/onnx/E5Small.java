package relrep.onnx;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.model.Encoder;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.onnx.published.PublishedModel;

import java.util.Locale;

/** e5-small-v2: twelve layers, 384 wide, English. It expects to know the role of a text. */
@Component(service = Encoder.class)
@Plugin(
        name = "e5-small",
        description =
                "e5-small-v2, a model of English texts that are queries or passages; 384 wide",
        source = "Wang et al., Text Embeddings by Weakly-Supervised Contrastive Pre-training, 2022")
public final class E5Small extends PublishedEncoder implements Tunable<Encoder, E5Small.Options> {
    private final Options options;

    /** The role of a text. */
    public enum Role {
        /** A question, or a text among its like. */
        QUERY,
        /** A text that may answer. */
        PASSAGE,
        /** No role. */
        NONE;

        private String words() {
            return this == NONE ? "" : name().toLowerCase(Locale.ROOT) + ":";
        }
    }

    /**
     * The options.
     *
     * @param prefix the role of the texts, which stands before each
     * @param threads that compute
     */
    public record Options(
            @Option(
                            "what the texts are, which stands before each; query where they are"
                                    + " compared with one another")
                    Role prefix,
            @Option(value = "threads that compute", min = 1, max = 1024) int threads) {}

    /** Makes the encoder with its defaults. */
    @Activate
    public E5Small() {
        this(new Options(Role.QUERY, 1));
    }

    private E5Small(Options options) {
        super(PublishedModel.E5_SMALL, options.prefix().words(), options.threads());
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public E5Small with(Options other) {
        return new E5Small(other);
    }
}
