package relrep.datasets.image;

import relrep.api.data.Shape;

import java.util.List;

/**
 * What a set of pictures is, whatever file it comes in.
 *
 * @param name the plugin's name, and that of its folder
 * @param shape of a picture
 * @param white the largest value of a pixel
 * @param mean of the training pixels as unit values, a channel each
 * @param deviation their standard deviation, a channel each
 * @param classes the names of the classes
 */
record ImageSet(
        String name,
        Shape shape,
        int white,
        List<Double> mean,
        List<Double> deviation,
        List<String> classes) {

    /** Returns a grey set whose pixels are bytes. */
    static ImageSet grey(
            String name, Shape shape, double mean, double deviation, String... classes) {
        return new ImageSet(name, shape, 255, List.of(mean), List.of(deviation), List.of(classes));
    }

    /** Returns what each value of a pixel becomes. */
    Tones tones(Scale scale) {
        return Tones.of(this, scale);
    }
}
