package relrep.results;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes paths that only this machine knows as what they are.
 *
 * @param words what stands for each path, in the order in which they are replaced
 */
record Redaction(Map<String, String> words) {
    /** Returns that of this process. */
    static Redaction of(Path top, Path cache, Map<String, String> environment) {
        Map<String, String> words = new LinkedHashMap<>();
        String data = environment.getOrDefault("RELREP_DATA", "");
        if (!data.isEmpty()) {
            words.put(data, "RELREP_DATA");
        }
        words.put(cache.resolve(RunCache.NAME).toString(), "RELREP_CACHE");
        words.put(cache.toString(), "RELREP_CACHE");
        words.put(top.toString(), ".");
        String home = environment.getOrDefault("HOME", "/");
        if (!home.equals("/")) {
            words.put(home + "/", "~/");
        }
        return new Redaction(words);
    }

    /** Returns a text with every such path replaced. */
    String of(String text) {
        String redacted = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            redacted = redacted.replace(word.getKey(), word.getValue());
        }
        return redacted;
    }
}
