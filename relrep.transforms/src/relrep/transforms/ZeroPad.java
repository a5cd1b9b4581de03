package relrep.transforms;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformState;

import java.util.Map;
import java.util.Optional;

/**
 * Zeros behind the coordinates, up to a width. Maps that need equal widths then accept two spaces
 * of different width. Distances and angles stay. The inverse drops the added coordinates.
 */
@Component(service = Transform.class)
@Plugin(
        name = "zero-pad",
        description = "appends coordinates that are 0, up to a width",
        source = "Gower & Dijksterhuis, Procrustes problems, 2004")
public final class ZeroPad implements Transform, Tunable<Transform, ZeroPad.Options> {
    private static final String FROM = "from";

    private final Options options;

    /** Makes the transform with its defaults. */
    public ZeroPad() {
        this(new Options(0));
    }

    private ZeroPad(Options options) {
        this.options = options;
    }

    /** The options of {@code zero-pad}. */
    public record Options(
            @Option(
                            value =
                                    "the width afterwards, at least that of the latents; 0 keeps"
                                            + " their width and adds nothing",
                            min = 0,
                            max = 1 << 20)
                    int width) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Transform with(Options other) {
        return new ZeroPad(other);
    }

    @Override
    public FittedTransform fit(Space training, Run run) {
        int d = Training.of("zero-pad", training).cols();
        if (options.width() == 0) {
            run.note("zero-pad adds nothing to '%s': its width is 0".formatted(training.name()));
        } else if (options.width() < d) {
            throw new InvalidInputException(
                    "zero-pad must have a width of at least that of '%s', %d, not %d; pca takes a smaller one"
                            .formatted(training.name(), d, options.width()));
        }
        return new Fitted(d, Math.max(d, options.width()));
    }

    @Override
    public FittedTransform restore(TransformState state) {
        KeptState kept = new KeptState(state);
        return new Fitted(kept.number(FROM), kept.number(KeptState.WIDTH));
    }

    /** Keeps the first coordinates; those beyond them are 0. */
    private record Fitted(int from, int width) implements FittedTransform {
        @Override
        public Matrix apply(Matrix latents) {
            return RowLoop.of(
                    latents,
                    from,
                    width,
                    (row, image) -> {
                        for (int j = 0; j < Math.min(from, width); j++) {
                            image[j] = row[j];
                        }
                    });
        }

        @Override
        public Optional<FittedTransform> inverse() {
            return width < from ? Optional.empty() : Optional.of(new Fitted(width, from));
        }

        @Override
        public Optional<TransformState> state() {
            return Optional.of(
                    new TransformState(
                            Map.of(),
                            Map.of(
                                    FROM,
                                    String.valueOf(from),
                                    KeptState.WIDTH,
                                    String.valueOf(width)),
                            Map.of()));
        }
    }
}
