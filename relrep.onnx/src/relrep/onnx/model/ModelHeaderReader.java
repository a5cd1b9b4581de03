package relrep.onnx.model;

import relrep.api.run.InvalidInputException;
import relrep.files.Reason;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the description in an ONNX file without loading the model. The numbers are the fields of
 * the messages.
 *
 * <p>ONNX specification, onnx.proto.
 */
public final class ModelHeaderReader {
    private static final String POSITIONS = "position_embedding";

    private final List<ModelPort> inputs = new ArrayList<>();
    private final List<ModelPort> outputs = new ArrayList<>();
    private final Set<String> operators = new LinkedHashSet<>();
    private final Map<String, List<Long>> weights = new LinkedHashMap<>();
    private final Set<String> externalFiles = new LinkedHashSet<>();
    private final WireReader in;

    private ModelHeaderReader(WireReader in) {
        this.in = in;
    }

    /**
     * Reads a model's description.
     *
     * @throws InvalidInputException when the file cannot be read or is not an ONNX model
     */
    public static ModelHeader read(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    "%s must be an ONNX model in a file, but is a %s"
                            .formatted(
                                    file, Files.isDirectory(file) ? "folder" : "pipe or a device"));
        }
        try (WireReader in = new WireReader(file)) {
            ModelHeaderReader reader = new ModelHeaderReader(in);
            in.fields(reader::model);
            return reader.header(file);
        } catch (FileSystemException e) {
            throw Reason.unreadable(file, e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "%s must be an ONNX model, but is not: %s".formatted(file, Reason.of(e)), e);
        }
    }

    private ModelHeader header(Path file) {
        inputs.removeIf(port -> weights.containsKey(port.name()));
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw new InvalidInputException(
                    "%s must be an ONNX model, but is not: it describes no inputs and outputs"
                            .formatted(file));
        }
        return new ModelHeader(inputs, outputs, operators, positions(), externalFiles);
    }

    private OptionalInt positions() {
        return weights.entrySet().stream()
                .filter(weight -> weight.getKey().contains(POSITIONS))
                .map(Map.Entry::getValue)
                .filter(sizes -> sizes.size() == 2)
                .mapToInt(sizes -> (int) Math.min(Integer.MAX_VALUE, sizes.get(0)))
                .findFirst();
    }

    private void model(int field) throws IOException {
        if (field == 7) {
            in.message(this::graph);
        } else {
            in.skip();
        }
    }

    private void graph(int field) throws IOException {
        switch (field) {
            case 1 -> in.message(this::node);
            case 5 -> weight();
            case 11 -> inputs.add(port());
            case 12 -> outputs.add(port());
            default -> in.skip();
        }
    }

    private void node(int field) throws IOException {
        if (field == 4) {
            operators.add(in.text());
        } else {
            in.skip();
        }
    }

    private void weight() throws IOException {
        List<Long> sizes = new ArrayList<>();
        String[] name = {""};
        in.message(
                field -> {
                    switch (field) {
                        case 1 -> in.numbers(sizes::add);
                        case 8 -> name[0] = in.text();
                        case 13 -> external();
                        default -> in.skip();
                    }
                });
        weights.put(name[0], sizes);
    }

    private void external() throws IOException {
        String[] entry = {"", ""};
        in.message(
                field -> {
                    if (field == 1 || field == 2) {
                        entry[field - 1] = in.text();
                    } else {
                        in.skip();
                    }
                });
        if (entry[0].equals("location")) {
            externalFiles.add(entry[1]);
        }
    }

    private ModelPort port() throws IOException {
        String[] name = {""};
        ElementType[] type = {ElementType.OTHER};
        List<Long> sizes = new ArrayList<>();
        in.message(
                field -> {
                    switch (field) {
                        case 1 -> name[0] = in.text();
                        case 2 -> in.message(of(1, () -> in.message(tensor(type, sizes))));
                        default -> in.skip();
                    }
                });
        return new ModelPort(name[0], type[0], sizes);
    }

    private WireReader.Fields tensor(ElementType[] type, List<Long> sizes) {
        return field -> {
            switch (field) {
                case 1 -> type[0] = ElementType.of(in.number());
                case 2 -> in.message(of(1, () -> sizes.add(size())));
                default -> in.skip();
            }
        };
    }

    private long size() throws IOException {
        long[] size = {ModelPort.FREE};
        in.message(of(1, () -> size[0] = in.number()));
        return size[0] > 0 ? size[0] : ModelPort.FREE;
    }

    /** What reads a field's value. */
    private interface Value {
        /** Reads it. */
        void read() throws IOException;
    }

    /** Reads one field and skips all others. */
    private WireReader.Fields of(int wanted, Value value) {
        return field -> {
            if (field == wanted) {
                value.read();
            } else {
                in.skip();
            }
        };
    }
}
