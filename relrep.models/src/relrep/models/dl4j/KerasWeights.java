package relrep.models.dl4j;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;

import org.deeplearning4j.nn.modelimport.keras.KerasLayer;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import relrep.api.run.InvalidInputException;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The weights in a Keras file: a group for each layer, which lists its arrays. */
final class KerasWeights {
    private final Path file;
    private final Group layers;

    KerasWeights(Path file, HdfFile hdf) {
        this.file = file;
        this.layers = hdf.getChild("model_weights") instanceof Group group ? group : hdf;
    }

    /**
     * Gives each layer its weights.
     *
     * @throws InvalidInputException when some are missing
     */
    void give(Collection<KerasLayer> all) throws InvalidKerasConfigurationException {
        for (KerasLayer layer : all) {
            if (layer.getNumParams() > 0) {
                layer.setWeights(weights(layer.getLayerName()));
            }
        }
    }

    private Map<String, INDArray> weights(String layer) {
        if (!(layers.getChild(layer) instanceof Group group)) {
            throw missing(layer, "no group");
        }
        Attribute names = group.getAttribute("weight_names");
        if (names == null || !(names.getData() instanceof String[] paths)) {
            throw missing(layer, "no weight_names");
        }
        Map<String, INDArray> weights = new HashMap<>();
        for (String path : paths) {
            Node node = group.getByPath(path);
            if (!(node instanceof Dataset array)) {
                throw missing(layer, "no array " + path);
            }
            weights.put(name(layer, path), values(layer, array));
        }
        return weights;
    }

    /** Returns {@code kernel} for {@code conv/kernel:0} and for Keras 1's {@code conv_kernel}. */
    private static String name(String layer, String path) {
        String last = path.substring(path.lastIndexOf('/') + 1).replaceFirst(":\\d+$", "");
        return last.startsWith(layer + "_") ? last.substring(layer.length() + 1) : last;
    }

    private INDArray values(String layer, Dataset array) {
        long[] shape = IntStream.of(array.getDimensions()).asLongStream().toArray();
        Object flat = array.getDataFlat();
        if (flat instanceof float[] floats) {
            return Nd4j.create(floats, shape, 'c');
        }
        if (flat instanceof double[] doubles) {
            float[] floats = new float[doubles.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) doubles[i];
            }
            return Nd4j.create(floats, shape, 'c');
        }
        throw missing(layer, array.getName() + " is not of floats");
    }

    private InvalidInputException missing(String layer, String what) {
        return new InvalidInputException(
                "%s must have the weights of its layer %s, but has not: %s"
                        .formatted(file, layer, what));
    }
}
