package relrep.vectors.prepare;

import relrep.api.alignment.Alignment;
import relrep.api.data.Matrix;
import relrep.api.transform.FittedTransform;

import java.util.Map;
import java.util.Optional;

/**
 * A map between two transformed spaces, from and to the spaces as they are: the transforms of the
 * source, then the map, then the way back from those of the target. Where there is no way back, the
 * images stay in the transformed target space.
 */
public final class TransformedAlignment implements Alignment {
    private final NamedTransforms source;
    private final Alignment map;
    private final NamedTransforms target;
    private final Optional<FittedTransform> back;

    /** Makes it of a map that was fitted between the transformed spaces. */
    public TransformedAlignment(NamedTransforms source, Alignment map, NamedTransforms target) {
        this.source = source;
        this.map = map;
        this.target = target;
        this.back = target.chain().inverse();
    }

    /** Returns a map with transforms around it; the map itself if there are none. */
    public static Alignment of(NamedTransforms source, Alignment map, NamedTransforms target) {
        return source.none() && target.none() ? map : new TransformedAlignment(source, map, target);
    }

    @Override
    public Matrix apply(Matrix latents) {
        Matrix image = map.apply(source.chain().apply(latents));
        return back.isPresent() ? back.get().apply(image) : image;
    }

    /** Returns the numbers that describe the fit of the map, in the transformed spaces. */
    @Override
    public Map<String, Double> diagnostics() {
        return map.diagnostics();
    }

    @Override
    public Optional<Alignment> inverse() {
        return map.inverse().map(inverse -> new TransformedAlignment(target, inverse, source));
    }

    /** Returns a sentence if the images stay in the transformed space. */
    public Optional<String> staying() {
        return back.isPresent()
                ? Optional.empty()
                : Optional.of(
                        "the result stays in the space after %s, since %s cannot be undone"
                                .formatted(target, target.lasting()));
    }
}
