package relrep.onnx.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import relrep.api.run.InvalidInputException;
import relrep.files.Reason;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A tokenizer from a file {@code tokenizer.json}. It cuts texts with too many tokens, and pads
 * none. Safe to use from several threads.
 */
public final class TextTokenizer {
    private static final int UNCUT = 1 << 24;

    private final HuggingFaceTokenizer tokenizer;

    private final int length;

    private TextTokenizer(HuggingFaceTokenizer tokenizer, int length) {
        this.tokenizer = tokenizer;
        this.length = length;
    }

    /**
     * Loads a tokenizer.
     *
     * @param length the most tokens of a text, with those that every text gets
     * @throws InvalidInputException when the file cannot be read or is not a tokenizer
     */
    public static TextTokenizer open(Path file, int length) {
        byte[] json = json(file);
        try {
            Map<String, String> options = new HashMap<>();
            options.put("truncation", "longest_first");
            options.put("padding", "do_not_pad");
            options.put("maxLength", String.valueOf(length));
            options.put("modelMaxLength", String.valueOf(UNCUT));
            return NativeLibraries.withOurClasses(
                    () -> new TextTokenizer(read(json, options), length));
        } catch (RuntimeException e) {
            throw refused(file, e.getMessage(), e);
        }
    }

    private static HuggingFaceTokenizer read(byte[] json, Map<String, String> options) {
        try {
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the length at which the file itself has texts cut, if it does. */
    public static OptionalInt ownLength(Path file) {
        try {
            JsonElement json =
                    JsonParser.parseString(new String(json(file), StandardCharsets.UTF_8));
            JsonElement truncation =
                    json instanceof JsonObject object ? object.get("truncation") : null;
            return truncation instanceof JsonObject object && object.has("max_length")
                    ? OptionalInt.of(object.get("max_length").getAsInt())
                    : OptionalInt.empty();
        } catch (JsonParseException | NumberFormatException | IllegalStateException e) {
            throw refused(file, "it is not JSON", e);
        }
    }

    private static byte[] json(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (FileSystemException e) {
            throw Reason.unreadable(file, e);
        } catch (IOException e) {
            throw refused(file, Reason.of(e), e);
        }
    }

    private static InvalidInputException refused(Path file, String why, Exception cause) {
        return new InvalidInputException(
                "%s must be a tokenizer in the form of tokenizer.json, but is not: %s"
                        .formatted(file, why),
                cause);
    }

    /** Returns the tokens of a text. */
    TokenRow tokens(String text) {
        Encoding encoding = tokenizer.encode(text);
        return new TokenRow(encoding.getIds(), encoding.getTypeIds(), encoding.exceedMaxLength());
    }

    /** Returns the most tokens that it gives. */
    int length() {
        return length;
    }
}
