package relrep.api.transform;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fitted transforms, applied one after another. Without any it changes nothing.
 *
 * @param steps the transforms, the first to be applied first
 * @param from the width of a row before the first
 */
public record TransformChain(List<FittedTransform> steps, int from) implements FittedTransform {
    /** Keeps a copy of the list. */
    public TransformChain {
        steps = List.copyOf(steps);
    }

    /**
     * Fits transforms in their order. Each learns from the images under those before it.
     *
     * @param training {@code n × d} latents
     * @throws InvalidInputException when one of them cannot be learnt
     */
    public static TransformChain fit(List<Transform> transforms, Space training, Run run) {
        List<FittedTransform> steps = new ArrayList<>();
        Space space = training;
        for (Transform transform : transforms) {
            Run part =
                    run.part("transform %d".formatted(steps.size() + 1), 1.0 / transforms.size());
            FittedTransform step = transform.fit(space, part);
            part.step(1, 1);
            steps.add(step);
            space = new Space(space.name(), step.apply(space.latents()), space.labels());
        }
        return new TransformChain(steps, training.width());
    }

    @Override
    public Matrix apply(Matrix latents) {
        if (latents.cols() != from) {
            throw new InvalidInputException(
                    "transforms of %d coordinates were given rows with %d"
                            .formatted(from, latents.cols()));
        }
        Matrix images = latents;
        for (FittedTransform step : steps) {
            images = step.apply(images);
        }
        return images;
    }

    /** Returns a space with its latents transformed; name and labels stay. */
    public Space apply(Space space) {
        return steps.isEmpty()
                ? space
                : new Space(space.name(), apply(space.latents()), space.labels());
    }

    @Override
    public int width() {
        return steps.isEmpty() ? from : steps.get(steps.size() - 1).width();
    }

    /** Returns the inverses in reverse order; empty where one of the transforms has none. */
    @Override
    public Optional<FittedTransform> inverse() {
        List<FittedTransform> back = new ArrayList<>();
        for (FittedTransform step : steps) {
            Optional<FittedTransform> inverse = step.inverse();
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            back.add(0, inverse.get());
        }
        return Optional.of(new TransformChain(back, width()));
    }
}
