package relrep.models.dl4j;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.KerasSequentialModel;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelBuilder;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelUtils;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

import relrep.api.run.InvalidInputException;
import relrep.files.Reason;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Keras model in an HDF5 file. DL4J understands its layers; jhdf, in plain Java, reads the file.
 */
final class KerasFile implements NetworkFile {
    private static final String LAYERS = "model_config";
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> BROKEN = Set.of("SeparableConv2D", "DepthwiseConv2D");
    private static final String VERSION = "keras_version";

    private final Path file;

    KerasFile(Path file) {
        this.file = file;
    }

    /** Returns whether a file begins as HDF5 files do. */
    static boolean is(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
        } catch (IOException e) {
            return false; // who reads it as another format says why
        }
    }

    @Override
    public NetworkPlan plan() {
        return read(hdf -> plan(model(hdf)));
    }

    private NetworkPlan plan(KerasModel model)
            throws InvalidKerasConfigurationException, UnsupportedKerasConfigurationException {
        NetworkPlan plan =
                model instanceof KerasSequentialModel row
                        ? NetworkPlan.of(file, row.getMultiLayerConfiguration())
                        : NetworkPlan.of(file, model.getComputationGraphConfiguration());
        Optional<InputType> samples =
                model.getInputLayerNames().stream()
                        .findFirst()
                        .map(name -> model.getOutputTypes().get(name));
        return samples.map(plan::of).orElse(plan);
    }

    @Override
    public NetworkFunction load(NetworkPlan plan) {
        return read(
                hdf -> {
                    KerasModel model = model(hdf);
                    new KerasWeights(file, hdf).give(model.getLayers().values());
                    if (model instanceof KerasSequentialModel row) {
                        MultiLayerNetwork network = row.getMultiLayerNetwork(false);
                        KerasModelUtils.copyWeightsToModel(network, model.getLayers());
                        return new NetworkFunction.Row(
                                network, new ArrayList<>(plan.nodes().keySet()));
                    }
                    ComputationGraph network = model.getComputationGraph(false);
                    KerasModelUtils.copyWeightsToModel(network, model.getLayers());
                    return new NetworkFunction.Graph(network);
                });
    }

    private KerasModel model(HdfFile hdf)
            throws IOException,
                    InvalidKerasConfigurationException,
                    UnsupportedKerasConfigurationException {
        String json =
                text(hdf, LAYERS)
                        .orElseThrow(
                                () ->
                                        unfit(
                                                "it has no model_config, as after model.save, but"
                                                        + " perhaps weights alone",
                                                null));
        String version = text(hdf, VERSION).orElse("2");
        if (!version.matches("[123][.\\w-]*")) {
            throw unfit("it is of version %s, and 1 to 3 are known".formatted(version), null);
        }
        if (version.startsWith("3")) {
            version = "2";
            json = KerasThree.asTwo(json);
        }
        Map<String, Object> model = KerasModelUtils.parseJsonString(json);
        requireComputable(model);
        String backend = text(hdf, "backend").filter("theano"::equals).orElse("tensorflow");
        String whole =
                model.containsKey(VERSION)
                        ? json
                        : json.replaceFirst(
                                "\\{",
                                "{\"keras_version\": \"%s\", \"backend\": \"%s\", "
                                        .formatted(version, backend));
        try (KerasModelBuilder builder = new KerasModel().modelBuilder()) {
            builder.modelJson(whole).enforceTrainingConfig(false);
            return "Sequential".equals(model.get("class_name"))
                    ? builder.buildSequential()
                    : builder.buildModel();
        }
    }

    /** Refuses layers that DL4J imports and then fails to compute. */
    private void requireComputable(Map<String, Object> model) {
        if (model.get("config") instanceof Map<?, ?> config
                && config.get("layers") instanceof List<?> layers) {
            for (Object layer : layers) {
                if (layer instanceof Map<?, ?> one && BROKEN.contains(one.get("class_name"))) {
                    throw unfit(
                            "it has a layer %s, which DL4J fails to compute"
                                    .formatted(one.get("class_name")),
                            null);
                }
            }
        }
    }

    private static Optional<String> text(HdfFile hdf, String name) {
        return Optional.ofNullable(hdf.getAttribute(name))
                .map(Attribute::getData)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private <T> T read(Reading<T> reading) {
        if (!Files.exists(file)) {
            throw Reason.unreadable(file, new NoSuchFileException(file.toString()));
        }
        if (!Files.isRegularFile(file)) {
            throw unfit("it is no regular file", null);
        }
        try (HdfFile hdf = new HdfFile(file)) {
            return reading.read(hdf);
        } catch (InvalidInputException e) {
            throw e;
        } catch (IOException
                | InvalidKerasConfigurationException
                | UnsupportedKerasConfigurationException
                | RuntimeException e) {
            throw unfit(SavedNetwork.firstLine(e), e);
        }
    }

    private InvalidInputException unfit(String why, Exception cause) {
        return new InvalidInputException(
                "%s must be a Keras model in an HDF5 file that DL4J understands, but is not: %s"
                        .formatted(file, why),
                cause);
    }

    /** What is done with the open file. */
    private interface Reading<T> {
        T read(HdfFile hdf)
                throws IOException,
                        InvalidKerasConfigurationException,
                        UnsupportedKerasConfigurationException;
    }
}
