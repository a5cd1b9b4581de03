package relrep.onnx.model;

import relrep.api.data.Content;
import relrep.api.run.InvalidInputException;
import relrep.files.Checksum;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * An ONNX file and what its owner knows of it.
 *
 * @param model the file
 * @param tokenizer its {@code tokenizer.json}, for models of texts
 * @param settings how samples become latents
 */
public record ModelFile(Path model, Optional<Path> tokenizer, Settings settings) {
    private static final int USUAL_LENGTH = 512;

    /**
     * How samples become latents.
     *
     * @param pooling how vectors of tokens become one
     * @param output the name of the output; empty for the first that suits the pooling
     * @param width of the latents, where the file leaves it open; 0 otherwise
     * @param normalised whether latents are scaled to length 1
     * @param prefix stands before each text
     * @param length the most tokens of a text; 0 for what tokenizer and model say
     * @param threads that compute
     */
    public record Settings(
            Pooling pooling,
            String output,
            int width,
            boolean normalised,
            String prefix,
            int length,
            int threads) {}

    /** Returns the description in the file. */
    private ModelHeader header() {
        return ModelHeaderReader.read(model);
    }

    /**
     * Returns what the model takes.
     *
     * @throws InvalidInputException when the file is no model, or one of other things
     */
    public Content takes() {
        return content(header());
    }

    private Content content(ModelHeader header) {
        if (ArrayModel.takes(header)) {
            return Content.NUMBERS;
        }
        TextModel.requireInputs(model, header);
        return Content.TEXT;
    }

    /**
     * Returns the width of the latents.
     *
     * @throws InvalidInputException when the model has no suitable output, or leaves its width open
     */
    public int width() {
        ModelHeader header = header();
        content(header);
        return width(output(header));
    }

    private ModelOutput output(ModelHeader header) {
        return ModelOutput.of(
                model, header, settings.pooling(), settings.output(), settings.normalised());
    }

    private int width(ModelOutput output) {
        OptionalInt width = output.width();
        if (width.isEmpty() && settings.width() == 0) {
            throw InvalidInputException.of(
                    "width",
                    "must be given for %s, which leaves the width of its output open: %s"
                            .formatted(model, output.port()));
        }
        return width.orElse(settings.width());
    }

    /**
     * Loads the model, after everything that can be checked without ONNX Runtime.
     *
     * @param cache relrep's cache, for the native libraries
     * @throws InvalidInputException when a file is unfit
     */
    public LoadedModel load(Path cache) {
        ModelHeader header = header();
        Content content = content(header);
        ModelOutput output = output(header);
        int width = width(output);
        requireExternalFiles(header);
        if (content == Content.NUMBERS) {
            requireNoTokenizer();
            NativeLibraries.require(cache);
            return new ArrayModel(model, header, output, width, session(), header.quantised());
        }
        Path json = requireTokenizer();
        int length = length(header, json);
        NativeLibraries.require(cache);
        return new TextModel(
                header,
                output,
                width,
                session(),
                TextTokenizer.open(json, length),
                settings.prefix(),
                header.quantised());
    }

    private Session session() {
        return Session.open(model, settings.threads());
    }

    private void requireExternalFiles(ModelHeader header) {
        for (String name : header.externalFiles()) {
            if (!Files.isRegularFile(model.resolveSibling(name))) {
                throw new InvalidInputException(
                        "%s must have its weights beside it, in '%s', and there is no such file"
                                .formatted(model, name));
            }
        }
    }

    private void requireNoTokenizer() {
        if (tokenizer.isPresent()) {
            throw InvalidInputException.of(
                    "tokenizer",
                    "must not be given for %s, which takes numbers, not texts".formatted(model));
        }
    }

    private Path requireTokenizer() {
        Path file = tokenizer.orElse(model.toAbsolutePath().resolveSibling("tokenizer.json"));
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    "%s needs its tokenizer, and there is no file %s; tokenizer=FILE names another"
                            .formatted(model, file));
        }
        return file;
    }

    /** Returns the most tokens of a text. */
    private int length(ModelHeader header, Path json) {
        int most = header.positions().orElse(Integer.MAX_VALUE);
        if (settings.length() > most) {
            throw InvalidInputException.of(
                    "length",
                    "must be at most the %d positions of %s, not %d"
                            .formatted(most, model, settings.length()));
        }
        if (settings.length() > 0) {
            return settings.length();
        }
        int own = TextTokenizer.ownLength(json).orElse(header.positions().orElse(USUAL_LENGTH));
        long fixed = header.inputs().get(0).dimensions().get(1);
        return (int) Math.min(Math.min(own, most), fixed == ModelPort.FREE ? own : fixed);
    }

    /** Returns the SHA-256 of each file that decides the latents, by file name. */
    public Map<String, String> checksums() {
        Map<String, String> sums = new LinkedHashMap<>();
        ModelHeader header = header();
        add(model, sums);
        for (String name : new TreeSet<>(header.externalFiles())) {
            add(model.resolveSibling(name), sums);
        }
        if (content(header) == Content.TEXT) {
            add(requireTokenizer(), sums);
        }
        return sums;
    }

    private static void add(Path file, Map<String, String> sums) {
        sums.put(file.getFileName().toString(), Checksum.of(file));
    }
}
