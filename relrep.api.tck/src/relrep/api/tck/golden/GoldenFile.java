package relrep.api.tck.golden;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A file of golden values: lines {@code <name>.<key>=<numbers>}.
 *
 * @param values by name and key
 */
public record GoldenFile(Map<String, String> values) {
    /** Keeps a copy. */
    public GoldenFile {
        values = Map.copyOf(values);
    }

    /**
     * Reads a file.
     *
     * @param beside a class in the file's package
     */
    public static GoldenFile read(Class<?> beside, String name) {
        Properties properties = new Properties();
        try (InputStream in = beside.getResourceAsStream(name)) {
            assertNotNull(in, () -> "no %s beside %s".formatted(name, beside.getName()));
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach((key, value) -> values.put((String) key, (String) value));
        return new GoldenFile(values);
    }

    /** Returns the answer of a name. */
    public Golden get(String name) {
        Map<String, String> entry = new TreeMap<>();
        String prefix = name + ".";
        values.forEach(
                (key, value) -> {
                    if (key.startsWith(prefix)) {
                        entry.put(key.substring(prefix.length()), value);
                    }
                });
        assertFalse(entry.isEmpty(), () -> "no golden of " + name);
        return new Golden(name, entry);
    }
}
