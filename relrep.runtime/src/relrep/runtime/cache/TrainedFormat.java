package relrep.runtime.cache;

import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;
import relrep.workbench.tensor.CorruptEntryException;
import relrep.workbench.tensor.Safetensors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Stores a trained network or decoder as a safetensors file, with its history in the metadata.
 *
 * @param folder the folder in the cache, {@code networks} or {@code decoders}
 */
public record TrainedFormat(String folder) implements Format<Trained> {
    private static final String HISTORY = "relrep.history";

    @Override
    public String ending() {
        return ".safetensors";
    }

    @Override
    public void write(Trained value, Path file) throws IOException {
        Map<String, String> attributes = new LinkedHashMap<>(value.state().attributes());
        List<String> epochs = new ArrayList<>();
        for (Epoch epoch : value.history()) {
            String validation =
                    epoch.validationLoss().isPresent()
                            ? " " + epoch.validationLoss().getAsDouble()
                            : "";
            epochs.add(epoch.number() + " " + epoch.trainLoss() + validation);
        }
        attributes.put(HISTORY, String.join("\n", epochs));
        Safetensors.write(new NetworkState(value.state().tensors(), attributes), file);
    }

    @Override
    public Trained read(Path file) throws IOException {
        NetworkState all = Safetensors.read(file);
        Map<String, String> attributes = new LinkedHashMap<>(all.attributes());
        String history = attributes.remove(HISTORY);
        if (history == null) {
            throw new CorruptEntryException(file + ": expected a history", null);
        }
        try {
            return new Trained(
                    new NetworkState(all.tensors(), attributes),
                    history.lines().map(TrainedFormat::epoch).toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new CorruptEntryException(file + ": expected a history of epochs", wrong);
        }
    }

    private static Epoch epoch(String line) {
        String[] words = line.split(" ", -1);
        return new Epoch(
                Integer.parseInt(words[0]),
                Double.parseDouble(words[1]),
                words.length > 2
                        ? OptionalDouble.of(Double.parseDouble(words[2]))
                        : OptionalDouble.empty());
    }
}
