package relrep.models.architecture;

import relrep.api.data.Shape;
import relrep.api.model.OutputRange;
import relrep.api.run.InvalidInputException;
import relrep.models.layer.Convolution;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Interleave;
import relrep.models.layer.Layer;
import relrep.models.layer.Reshape;
import relrep.models.layer.Stack;
import relrep.models.layer.TransposedConvolution;
import relrep.models.layer.Volume;
import relrep.models.network.Blueprint;
import relrep.models.training.Regimen;

import java.util.ArrayList;
import java.util.List;

/**
 * The layers of {@code conv}. The encoder has windows of 3 × 3 with a stride of 2. The decoder has
 * windows of 4 × 4 where the size was even, and of 3 × 3 where it was odd, which restores exactly
 * the same size. The official layout goes up to full size with the first number of channels, and
 * ends with a window of 3 × 3 at full size.
 */
record ConvBlueprint(Conv.Options options) implements Blueprint<Conv.Options> {
    @Override
    public ConvBlueprint with(Conv.Options other) {
        return new ConvBlueprint(other);
    }

    @Override
    public Regimen regimen() {
        return options.training().regimen();
    }

    @Override
    public OutputRange range() {
        return options.output().range();
    }

    @Override
    public Stack encoder(Shape samples, int width) {
        Stack below = new Stack(volume(samples), convolutions(samples));
        return below.then(
                options.latent().of(new Stack(below.output(), List.of(new DenseLayer(width)))));
    }

    private List<Layer> convolutions(Shape samples) {
        requirePicture(samples);
        List<Layer> layers = new ArrayList<>();
        if (samples.channels() > 1) {
            layers.add(new Interleave(volume(samples), true));
        }
        for (int channels : options.channels()) {
            options.between().add(new Convolution(channels, 3, 2, 1), layers);
        }
        return layers;
    }

    private void requirePicture(Shape samples) {
        int halvings = options.channels().size();
        if (Math.min(samples.height(), samples.width()) <= 1 << (halvings - 1)) {
            throw new InvalidInputException(
                    "to be halved %d times, samples must be pictures of at least %d × %d, not %s"
                            .formatted(
                                    halvings,
                                    (1 << (halvings - 1)) + 1,
                                    (1 << (halvings - 1)) + 1,
                                    samples));
        }
    }

    private static Volume volume(Shape samples) {
        return new Volume(samples.height(), samples.width(), samples.channels());
    }

    @Override
    public Stack decoder(int width, Shape samples) {
        List<Volume> sizes = sizes(samples);
        int last = sizes.size() - 1;
        List<Layer> layers = new ArrayList<>();
        layers.add(new DenseLayer(sizes.get(last).size()));
        layers.add(options.activation().layer());
        layers.add(new Reshape(sizes.get(last)));
        for (int i = last - 1; i > 0; i--) {
            options.between().add(up(sizes.get(i)), layers);
        }
        Volume whole = sizes.get(0);
        if (options.layout() == ConvLayout.OFFICIAL) {
            int channels = options.channels().get(0);
            Volume deep = new Volume(whole.height(), whole.width(), channels);
            options.between().add(up(deep), layers);
            layers.add(new Convolution(whole.channels(), 3, 1, 1));
        } else {
            layers.add(up(whole));
        }
        layers.add(options.output().layer());
        if (samples.channels() > 1) {
            layers.add(new Interleave(volume(samples), false));
        }
        return new Stack(Volume.flat(width), layers);
    }

    /** Returns the volumes of the samples and of each convolution's output. */
    private List<Volume> sizes(Shape samples) {
        requirePicture(samples);
        List<Volume> sizes = new ArrayList<>(List.of(volume(samples)));
        for (int channels : options.channels()) {
            sizes.add(new Convolution(channels, 3, 2, 1).output(sizes.get(sizes.size() - 1)));
        }
        return sizes;
    }

    private static Layer up(Volume to) {
        if (to.height() % 2 != to.width() % 2) {
            throw new InvalidInputException(
                    "height and width of a picture must both be even or both odd at every halving,"
                            + " not %d × %d".formatted(to.height(), to.width()));
        }
        return new TransposedConvolution(to.channels(), to.height() % 2 == 0 ? 4 : 3, 2, 1);
    }

    @Override
    public Stack classifier(int width, int classes) {
        return Classifier.of(options.between(), width, classes);
    }
}
