package relrep.models.dl4j;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

import java.nio.file.Path;
import java.util.Map;

/** HDF5 files as Keras 2 lays them out. */
final class KerasFiles {
    static final float[][] DENSE = {{1, 2, 0}, {0, 1, 3}};
    static final float[] DENSE_BIAS = {0, 10, 20};
    static final float[][] HEAD = {{1, 0}, {0, 1}, {1, 1}};

    private static final String DENSE_LAYER =
            """
            {"class_name": "Dense", "config": {"name": "%s", "trainable": true, "dtype": "float32",
             %s "units": %d, "activation": "%s", "use_bias": true,
             "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": null}},
             "bias_initializer": {"class_name": "Zeros", "config": {}},
             "kernel_regularizer": null, "bias_regularizer": null, "activity_regularizer": null,
             "kernel_constraint": null, "bias_constraint": null} %s}\
            """;

    private KerasFiles() {}

    private static String dense(String name, String shape, int units, String activation) {
        return DENSE_LAYER.formatted(name, shape, units, activation, "");
    }

    /** Vectors of 2, a layer of 3, and 2 classes. */
    static Path row(Path file) {
        return row(file, weights());
    }

    /** The same without the weights of the first layer. */
    static Path withoutWeights(Path file) {
        return row(file, Map.of("classes", weights().get("classes")));
    }

    private static Path row(Path file, Map<String, Map<String, Object>> weights) {
        String json =
                "{\"class_name\": \"Sequential\", \"config\": {\"name\": \"s\", \"layers\": [%s, %s]}}"
                        .formatted(
                                dense("hidden", "\"batch_input_shape\": [null, 2],", 3, "linear"),
                                dense("classes", "", 2, "softmax"));
        return write(file, json, weights);
    }

    /** The same as a graph. */
    static Path graph(Path file) {
        String input =
                """
                {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 2],
                 "dtype": "float32", "sparse": false, "name": "in"},
                 "name": "in", "inbound_nodes": []}\
                """;
        String json =
                """
                {"class_name": "Functional", "config": {"name": "g", "layers": [%s, %s, %s],
                 "input_layers": [["in", 0, 0]], "output_layers": [["classes", 0, 0]]}}\
                """
                        .formatted(
                                input,
                                inner("hidden", 3, "linear", "in"),
                                inner("classes", 2, "softmax", "hidden"));
        return write(file, json, weights());
    }

    private static String inner(String name, int units, String activation, String from) {
        return DENSE_LAYER.formatted(
                name,
                "",
                units,
                activation,
                ", \"name\": \"%s\", \"inbound_nodes\": [[[\"%s\", 0, 0, {}]]]"
                        .formatted(name, from));
    }

    /** Pictures of 2 × 3 pixels with 2 channels, and a convolution of 2 × 2 to one map. */
    static Path pictures(Path file) {
        String json =
                """
                {"class_name": "Sequential", "config": {"name": "s", "layers": [
                 {"class_name": "Conv2D", "config": {"name": "conv", "trainable": true,
                 "batch_input_shape": [null, 2, 3, 2], "dtype": "float32", "filters": 1,
                 "kernel_size": [2, 2], "strides": [1, 1], "padding": "valid",
                 "data_format": "channels_last", "dilation_rate": [1, 1], "groups": 1,
                 "activation": "linear", "use_bias": true,
                 "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": null}},
                 "bias_initializer": {"class_name": "Zeros", "config": {}},
                 "kernel_regularizer": null, "bias_regularizer": null,
                 "activity_regularizer": null, "kernel_constraint": null,
                 "bias_constraint": null}}]}}\
                """;
        return write(
                file,
                json,
                Map.of(
                        "conv",
                        Map.of(
                                "kernel",
                                // row, column, channel, map
                                new float[][][][] {
                                    {{{1}, {0}}, {{0}, {0}}}, {{{0}, {0}}, {{0}, {10}}}
                                },
                                "bias",
                                new float[] {0.5f})));
    }

    private static Map<String, Map<String, Object>> weights() {
        return Map.of(
                "hidden", Map.of("kernel", DENSE, "bias", DENSE_BIAS),
                "classes", Map.of("kernel", HEAD, "bias", new float[] {0, 0}));
    }

    private static Path write(Path file, String json, Map<String, Map<String, Object>> weights) {
        return write(file, json, weights, "2.9.0");
    }

    static Path write(
            Path file, String json, Map<String, Map<String, Object>> weights, String version) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("keras_version", version);
            hdf.putAttribute("backend", "tensorflow");
            hdf.putAttribute("model_config", json);
            WritableGroup all = hdf.putGroup("model_weights");
            weights.forEach(
                    (layer, arrays) -> {
                        WritableGroup group = all.putGroup(layer);
                        group.putAttribute(
                                "weight_names",
                                arrays.keySet().stream()
                                        .map(name -> layer + "/" + name + ":0")
                                        .toArray(String[]::new));
                        WritableGroup inner = group.putGroup(layer);
                        arrays.forEach((name, values) -> inner.putDataset(name + ":0", values));
                    });
        }
        return file;
    }
}
