package relrep.datasets.image;

import relrep.api.data.Shape;

import java.util.List;

/**
 * The properties of a set of pictures, independent of its files.
 *
 * @param name the plugin's name, and that of its folder
 * @param shape the shape of a picture
 * @param white the largest value of a pixel
 * @param mean of the training pixels scaled to 0 to 1, per channel
 * @param deviation their standard deviation, per channel
 * @param classes the names of the classes
 */
record ImageSet(
        String name,
        Shape shape,
        int white,
        List<Double> mean,
        List<Double> deviation,
        List<String> classes) {

    /** Returns a grey set with pixels of one byte. */
    static ImageSet grey(
            String name, Shape shape, double mean, double deviation, String... classes) {
        return new ImageSet(name, shape, 255, List.of(mean), List.of(deviation), List.of(classes));
    }

    /** Returns the table of pixel values for a scale. */
    Tones tones(Scale scale) {
        return Tones.of(this, scale);
    }
}
