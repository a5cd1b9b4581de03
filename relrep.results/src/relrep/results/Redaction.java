package relrep.results;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Replaces paths of this machine by words for what they are.
 *
 * @param words the replacement of each path, in the order of replacing
 */
record Redaction(Map<String, String> words) {
    /** Returns the redaction for this process. */
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

    /** Returns a text with all these paths replaced. */
    String of(String text) {
        String redacted = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            redacted = redacted.replace(word.getKey(), word.getValue());
        }
        return redacted;
    }
}
