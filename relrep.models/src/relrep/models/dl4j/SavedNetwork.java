package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.util.ModelSerializer;

import relrep.api.run.InvalidInputException;
import relrep.files.Reason;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A network in a file that DL4J's {@code ModelSerializer} wrote. */
final class SavedNetwork implements NetworkFile {
    private static final String CONFIGURATION = "configuration.json";
    private static final int LARGEST = 1 << 26;

    private final Path file;

    SavedNetwork(Path file) {
        this.file = file;
    }

    @Override
    public NetworkPlan plan() {
        String json = configuration();
        return isGraph(json)
                ? NetworkPlan.of(
                        file, understood(() -> ComputationGraphConfiguration.fromJson(json)))
                : NetworkPlan.of(file, understood(() -> MultiLayerConfiguration.fromJson(json)));
    }

    @Override
    public NetworkFunction load(NetworkPlan plan) {
        return isGraph(configuration())
                ? new NetworkFunction.Graph(
                        understood(
                                () ->
                                        ModelSerializer.restoreComputationGraph(
                                                file.toFile(), false)))
                : new NetworkFunction.Row(
                        understood(
                                () ->
                                        ModelSerializer.restoreMultiLayerNetwork(
                                                file.toFile(), false)),
                        new ArrayList<>(plan.nodes().keySet()));
    }

    private static boolean isGraph(String json) {
        return json.contains("\"vertices\"");
    }

    private String configuration() {
        if (!Files.exists(file)) {
            throw Reason.unreadable(file, new NoSuchFileException(file.toString()));
        }
        if (!Files.isRegularFile(file)) {
            throw unfit("it is no regular file", null);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(CONFIGURATION);
            if (entry == null || zip.getEntry("coefficients.bin") == null) {
                throw unfit("it has no configuration.json and coefficients.bin", null);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw unfit("its configuration has more than 64 MB", null);
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw unfit(Reason.of(e), e);
        }
    }

    private <T> T understood(Callable<T> reading) {
        try {
            T read = reading.call();
            if (read == null) {
                throw unfit("its configuration is empty", null);
            }
            return read;
        } catch (InvalidInputException e) {
            throw e;
        } catch (Exception e) {
            throw unfit(firstLine(e), e);
        }
    }

    /** Returns the first line of a message of DL4J's, some of which are pages long. */
    static String firstLine(Exception e) {
        return Reason.of(e).strip().lines().findFirst().orElse(e.getClass().getSimpleName());
    }

    private InvalidInputException unfit(String why, Exception cause) {
        return new InvalidInputException(
                "%s must be a network that DL4J's ModelSerializer wrote, but is not: %s"
                        .formatted(file, why),
                cause);
    }
}
